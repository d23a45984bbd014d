import { mockServices } from '@backstage/backend-test-utils';
import createKnex, { Knex } from 'knex';
import { createTestStore } from './__testUtils__/createTestStore';
import { DatabaseProxy } from './__testUtils__/DatabaseProxy';
import { storeDatabases } from './__testUtils__/openStores';
import { storedEnvironment } from './__testUtils__/storedEnvironment';
import { DatabaseEnvironmentStore } from './DatabaseEnvironmentStore';

const UNAVAILABLE = { name: 'ServiceUnavailableError' };
const POOL = 3;
const databases = storeDatabases();
const onPostgres = databases.supports('POSTGRES_14') ? describe : describe.skip;

describe('SQLite that does not answer', () => {
  it('is told when no connection becomes free in time, and works when one is', async () => {
    const { knex, store, stop } = await createTestStore({ answerLimitMs: 50 });
    const held = await knex.transaction();
    await expect(store.heads()).rejects.toMatchObject({
      ...UNAVAILABLE,
      message: expect.stringContaining('does not answer'),
    });
    await held.rollback();
    expect(await store.heads()).toEqual(new Map());
    await stop();
  });
});

onPostgres('PostgreSQL that does not answer', () => {
  let proxy: DatabaseProxy;
  let direct: Knex;
  let knex: Knex;
  let store: DatabaseEnvironmentStore;

  beforeEach(async () => {
    direct = await databases.init('POSTGRES_14');
    const { connection } = direct.client.config;
    proxy = await DatabaseProxy.start({
      host: connection.host,
      port: Number(connection.port),
    });
    knex = createKnex({
      client: 'pg',
      connection: { ...connection, host: '127.0.0.1', port: proxy.port },
      pool: { min: 0, max: POOL },
      // What it says of broken connections is what is tested here.
      log: { warn: () => {}, error: () => {} },
      acquireConnectionTimeout: 1000,
    });
    store = await DatabaseEnvironmentStore.create({
      database: mockServices.database({ knex }),
      answerLimitMs: 500,
    });
    await store.create(storedEnvironment('a', { dueAt: 1 }), {}, {});
  });

  afterEach(async () => {
    await proxy.restore();
    await knex.destroy();
    await proxy.cut();
  });

  /** One call of each kind of method. */
  const calls = () => [
    () => store.find('a'),
    () => store.list({ limit: 5 }),
    () => store.heads(),
    () => store.claim('w', 1000),
    () => store.write('a', { version: 1 }, { fields: { generation: 2 } }),
    () => store.create(storedEnvironment('b'), {}, {}),
    () => store.once('k', 'r', async () => 'answer'),
    () => store.prune(1000),
  ];

  it('is told while nobody listens, and everything goes on afterwards', async () => {
    const claim = await store.claim('w', 60_000);
    await proxy.cut();
    for (const call of calls()) {
      await expect(call()).rejects.toMatchObject(UNAVAILABLE);
    }
    await expect(store.heads()).rejects.toMatchObject({
      // Neither statements nor addresses: people read it.
      message:
        'The database of the environments does not answer (ECONNREFUSED); try again',
    });
    await proxy.restore();
    expect(await store.heartbeat(claim!.lease, 60_000)).toBe('held');
    expect(
      await store.write('a', { lease: claim!.lease }, { steps: [] }),
    ).toMatchObject({ version: 2 });
    expect(await store.create(storedEnvironment('b'), {}, {})).toMatchObject({
      id: 'b',
    });
    expect(await store.once('k', 'r', async () => 'answer')).toBe('answer');
  });

  it('is told when it breaks off in the middle, and nothing is half written', async () => {
    const lock = await direct.transaction();
    await lock('environments').where({ id: 'a' }).forUpdate();
    const written = store.write(
      'a',
      { version: 1 },
      {
        fields: { state: 'planning' },
        history: [{ kind: 'state', message: 'm', parts: {} }],
      },
    );
    const told = written.catch(error => error);
    await waitsForLock(direct);
    await proxy.cut();
    expect(await told).toMatchObject(UNAVAILABLE);
    await lock.rollback();
    await proxy.restore();
    expect(await store.find('a')).toMatchObject({
      state: 'requested',
      version: 1,
    });
    expect((await store.history('a', { limit: 5 })).total).toBe(0);
  });

  it('is told when it hangs, and everything goes on when it wakes', async () => {
    await store.heads();
    proxy.silence();
    await expect(store.find('a')).rejects.toMatchObject(UNAVAILABLE);
    await expect(store.claim('w', 1000)).rejects.toMatchObject(UNAVAILABLE);
    await proxy.restore();
    expect(await store.find('a')).toMatchObject({ id: 'a' });
  });

  it('is told when the server throws its clients out', async () => {
    await store.heads();
    const { rows } = await direct.raw(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    expect(rows.length).toBeGreaterThan(0);
    // Each connection of the pool may tell it once.
    const told: string[] = [];
    for (let n = 0; n < POOL; n += 1) {
      await store.heads().catch(error => told.push(error.name));
    }
    expect(new Set([...told, UNAVAILABLE.name])).toEqual(
      new Set([UNAVAILABLE.name]),
    );
    expect(await store.heads()).toEqual(new Map([['a', 1]]));
  });

  it('gives the answer to work that was done, though it cannot be kept', async () => {
    const given = await store.once('k', 'r', async () => {
      await proxy.cut();
      return 'done';
    });
    expect(given).toBe('done');
    await proxy.restore();
    await expect(
      store.once('k', 'r', async () => 'twice'),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });

  it('is told when every connection is taken', async () => {
    const held = await Promise.all(
      Array.from({ length: POOL }, () => knex.transaction()),
    );
    await expect(store.heads()).rejects.toMatchObject(UNAVAILABLE);
    await Promise.all(held.map(tx => tx.rollback()));
    expect(await store.heads()).toEqual(new Map([['a', 1]]));
  });
});

/** Until somebody waits for a lock in this database. */
async function waitsForLock(knex: Knex): Promise<void> {
  for (;;) {
    const { rows } = await knex.raw(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    if (rows.length > 0) {
      return;
    }
  }
}
