import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { DatabaseAccessStore } from './DatabaseAccessStore';
import { StoredEntry, StoredGrant } from './types';

const MIGRATIONS = {
  directory: resolvePackagePath(
    '@domaindeck/backstage-plugin-access-backend',
    'migrations',
  ),
};
const TABLES = [
  'access_grants',
  'access_writes',
  'access_answers',
  'access_audit',
  'access_audit_refs',
];
const PAYMENTS = 'domain:default/payments';
const RIDES = 'domain:default/rides';
const EVERYTHING = {
  scopes: [{ domainRefs: [PAYMENTS, RIDES], clusters: ['dev-1', 'prod-sh'] }],
};

const grant: StoredGrant = {
  id: 'g1',
  subject: 'group:default/team',
  domains: [PAYMENTS],
  where: { tiers: ['development'] },
  role: 'developer',
  until: '2030-01-01T00:00:00.000Z',
  why: '每日工作',
  by: 'user:default/owner',
  at: '2026-11-24T02:00:00.000Z',
  revision: 1,
};

function entry(id: string, more: Partial<StoredEntry> = {}): StoredEntry {
  return {
    id,
    at: `2026-11-24T02:00:0${id.length}.000Z`,
    who: { ref: 'user:default/ann', title: 'Ann Other' },
    departments: ['group:default/team'],
    verb: 'workloads.restart',
    domains: [PAYMENTS],
    environment: { cluster: 'dev-1', namespace: 'payments-dev' },
    object: { kind: 'Deployment', name: 'pricing', uid: 'u1' },
    outcome: 'started',
    requestId: 'r-1',
    clusters: [],
    ...more,
  };
}

// PostgreSQL runs where BACKSTAGE_TEST_DATABASE_POSTGRES14_CONNECTION_STRING names one.
const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_14'],
  disableDocker: true,
});

describe.each(databases.eachSupportedId())('DatabaseAccessStore, %s', id => {
  let knex: Knex;
  let now: Date;
  let store: DatabaseAccessStore;

  beforeEach(async () => {
    knex = await databases.init(id);
    now = new Date('2026-11-24T02:00:00Z');
    store = await DatabaseAccessStore.create({
      database: mockServices.database({ knex }),
      now: () => now,
    });
  });

  const ids = async (filter: object, limit = 50) =>
    (await store.listEntries({ ...EVERYTHING, ...filter }, { limit })).map(
      one => one.id,
    );

  it('makes its tables, takes them away again, and makes them once more', async () => {
    const present = () =>
      Promise.all(TABLES.map(table => knex.schema.hasTable(table)));
    expect(await present()).toEqual(TABLES.map(() => true));
    await knex.migrate.down(MIGRATIONS);
    expect(await present()).toEqual(TABLES.map(() => false));
    await knex.migrate.latest(MIGRATIONS);
    expect(await present()).toEqual(TABLES.map(() => true));
  });

  it('keeps grants as they were given', async () => {
    const open = {
      ...grant,
      id: 'g2',
      until: undefined,
      domains: 'all' as const,
    };
    await store.write(async writer => {
      await writer.insertGrant(grant);
      await writer.insertGrant(open);
    });
    expect(await store.listGrants()).toEqual([grant, open]);
    await store.write(async writer => {
      await writer.updateGrant({ ...grant, role: 'viewer', revision: 2 });
      await writer.deleteGrant('g2');
    });
    expect(await store.listGrants()).toEqual([
      { ...grant, role: 'viewer', revision: 2 },
    ]);
  });

  it('keeps an entry whatever was typed, also what PostgreSQL cannot hold', async () => {
    const typed = 'a\0b';
    await store.insertEntry(
      entry('a', {
        domains: [PAYMENTS],
        why: typed,
        object: { kind: 'Environment', name: typed },
        environment: { cluster: 'dev-1', namespace: typed },
      }),
    );
    await store.endEntry('a', { outcome: 'failed', reason: typed });
    const [kept] = await store.listEntries(EVERYTHING, { limit: 1 });
    expect(kept).toMatchObject({
      why: 'a\ufffdb',
      reason: 'a\ufffdb',
      environment: { namespace: 'a\ufffdb' },
      object: { name: typed },
    });
  });

  it('writes everything or nothing', async () => {
    await expect(
      store.write(async writer => {
        await writer.insertGrant(grant);
        await writer.insertEntry(entry('a'));
        throw new Error('the record is full');
      }),
    ).rejects.toThrow('the record is full');
    expect(await store.listGrants()).toEqual([]);
    expect(await ids({})).toEqual([]);
  });

  it('lets one writer at a time see what the one before it did', async () => {
    const counts = await Promise.all(
      ['a', 'b', 'c', 'd'].map(name =>
        store.write(async writer => {
          const before = await writer.listGrants();
          await writer.insertGrant({ ...grant, id: name });
          return before.length;
        }),
      ),
    );
    expect([...counts].sort()).toEqual([0, 1, 2, 3]);
  });

  it('answers a repeated request with the first answer, for a day', async () => {
    let runs = 0;
    const send = (key: string, request: { role: string }) =>
      store.write(
        async () => {
          runs += 1;
          return { run: runs };
        },
        { caller: 'user:default/ann', key, request },
      );
    const answers = await Promise.all([
      send('k', { role: 'viewer' }),
      send('k', { role: 'viewer' }),
    ]);
    expect(answers).toEqual([{ run: 1 }, { run: 1 }]);
    await expect(send('k', { role: 'owner' })).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect(await send('other', { role: 'viewer' })).toEqual({ run: 2 });
    now = new Date('2026-11-25T02:00:01Z');
    expect(await send('k', { role: 'owner' })).toEqual({ run: 3 });
  });

  it('gives back an entry as it was written, and ends it once', async () => {
    const { clusters: _, ...written } = entry('a', {
      before: { role: 'viewer' },
      after: { role: 'owner', tiers: ['a', 'b'] },
      why: 'on call',
      entityRef: 'component:default/pricing',
    });
    await store.insertEntry({ ...written, clusters: [] });
    expect(await store.listEntries(EVERYTHING, { limit: 5 })).toEqual([
      { ...written, endedAt: undefined, reason: undefined },
    ]);
    await store.endEntry('a', { outcome: 'failed', reason: 'No such Image' });
    expect(await store.listEntries(EVERYTHING, { limit: 5 })).toMatchObject([
      {
        outcome: 'failed',
        reason: 'No such Image',
        endedAt: '2026-11-24T02:00:00.000Z',
        before: { role: 'viewer' },
      },
    ]);
    expect(await ids({ q: 'such image' })).toEqual(['a']);
    await expect(
      store.endEntry('a', { outcome: 'done' }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    await expect(
      store.endEntry('none', { outcome: 'done' }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('filters by everything that the contract names', async () => {
    await store.insertEntry(entry('a'));
    await store.insertEntry(
      entry('bb', {
        who: { ref: 'user:default/bob', title: 'Bob 100%_x' },
        departments: ['group:default/other'],
        verb: 'access.grant-manage',
        domains: [RIDES],
        environment: undefined,
        outcome: 'refused',
      }),
    );
    await store.insertEntry(
      entry('ccc', {
        environment: { cluster: 'prod-sh', namespace: 'payments-prod' },
        outcome: 'failed',
      }),
    );
    expect(await ids({})).toEqual(['ccc', 'bb', 'a']);
    expect(await ids({ who: ['user:default/bob'] })).toEqual(['bb']);
    expect(await ids({ who: ['group:default/team'] })).toEqual(['ccc', 'a']);
    expect(await ids({ verb: ['access.grant-manage'] })).toEqual(['bb']);
    expect(await ids({ environment: ['dev-1/payments-dev'] })).toEqual(['a']);
    expect(await ids({ environment: ['dev-1', 'prod-sh/none'] })).toEqual([
      'a',
    ]);
    expect(await ids({ from: '2026-11-24T03:00:02+01:00' })).toEqual([
      'ccc',
      'bb',
    ]);
    expect(await ids({ to: '2026-11-24T02:00:02Z' })).toEqual(['a']);
    expect(await ids({ outcome: ['failed', 'refused'] })).toEqual([
      'ccc',
      'bb',
    ]);
    expect(await ids({ q: '100%_X' })).toEqual(['bb']);
    expect(await ids({ q: '1__%' })).toEqual([]);
    expect(await store.countEntries(EVERYTHING)).toEqual({
      total: 3,
      failed: 1,
      refused: 1,
    });
  });

  it('shows nothing outside the domains and clusters of the caller', async () => {
    await store.insertEntry(entry('a'));
    await store.insertEntry(
      entry('bb', { environment: { cluster: 'partner-kl' } }),
    );
    await store.insertEntry(
      entry('ccc', { environment: undefined, clusters: ['partner-kl'] }),
    );
    await store.insertEntry(entry('dddd', { domains: [RIDES] }));
    await store.insertEntry(
      entry('eeeee', { domains: [], environment: undefined }),
    );
    const scope = (domainRefs: string[], clusters: string[]) =>
      ids({ scopes: [{ domainRefs, clusters }] });
    expect(await scope([PAYMENTS], ['dev-1'])).toEqual(['eeeee', 'a']);
    expect(await scope([PAYMENTS], ['dev-1', 'partner-kl'])).toEqual([
      'eeeee',
      'ccc',
      'bb',
      'a',
    ]);
    expect(await scope([RIDES], [])).toEqual(['eeeee']);
    expect(await ids({ scopes: [] })).toEqual([]);
  });

  it('pages without losing or repeating an entry of the same moment', async () => {
    const at = '2026-11-24T02:00:00.000Z';
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await store.insertEntry(entry(name, { at }));
    }
    const found: string[] = [];
    let after: { at: string; id: string } | undefined;
    for (let page = 0; page < 4; page += 1) {
      const items = await store.listEntries(EVERYTHING, { limit: 2, after });
      found.push(...items.map(one => one.id));
      after = items.at(-1) ?? after;
    }
    expect(found).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  it('forgets what is older than it must be kept, and nothing else', async () => {
    await store.insertEntry(entry('a'));
    await store.insertEntry(entry('bbb'));
    expect(await store.prune(new Date('2026-11-24T02:00:02Z'))).toBe(1);
    expect(await ids({})).toEqual(['bbb']);
    const refs = await knex('access_audit_refs').distinct('entry_id');
    expect(refs).toEqual([{ entry_id: 'bbb' }]);
  });
});
