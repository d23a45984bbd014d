import { openStores, storeDatabases } from './__testUtils__/openStores';
import { storedEnvironment } from './__testUtils__/storedEnvironment';
import { DatabaseEnvironmentStore } from './DatabaseEnvironmentStore';
import { Lease, StoredEnvironment } from './types';

const databases = storeDatabases();
const LEASE_MS = 60_000;
/** A lease that has run out when it is given, so that no test has to wait. */
const OVER = -1;

describe.each(databases.eachSupportedId())('leases, %s', id => {
  let store: DatabaseEnvironmentStore;
  let other: DatabaseEnvironmentStore;

  beforeEach(async () => {
    // On the clock of the database: it is what counts here.
    ({ store, other } = await openStores(databases, id));
  });
  afterEach(() => jest.restoreAllMocks());

  const create = (name: string, more: Partial<StoredEnvironment> = {}) =>
    store.create(storedEnvironment(name, { dueAt: 1, ...more }), {}, {});
  const both = (n: number) => (n % 2 ? store : other);
  const claimed = async (leaseMs = LEASE_MS, by = store) => {
    const claim = await by.claim('worker', leaseMs);
    expect(claim).toBeDefined();
    return claim!;
  };
  const write = (lease: Lease, fields: Partial<StoredEnvironment> = {}) =>
    store.write(lease.environmentId, { lease }, { fields });

  it('gives one environment to one of twenty who ask at the same moment', async () => {
    await create('a');
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, n) => both(n).claim(`w${n}`, LEASE_MS)),
    );
    const taken = claims.filter(claim => claim !== undefined);
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({
      environment: { id: 'a', version: 1, wish: 1 },
      lease: { environmentId: 'a', wish: 1 },
    });
    expect(await store.heartbeat(taken[0].lease, LEASE_MS)).toBe('held');
  });

  it('gives as many as there are to as many as ask, each to one', async () => {
    for (let n = 0; n < 12; n += 1) {
      await create(`e${n}`);
    }
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, n) => both(n).claim(`w${n}`, LEASE_MS)),
    );
    const ids = claims.flatMap(claim => claim?.environment.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    // Who looks while another one takes the last may go away with nothing, and looks again.
    while (ids.length < 12) {
      ids.push((await claimed()).environment.id);
    }
    expect(new Set(ids).size).toBe(12);
    expect(await store.claim('late', LEASE_MS)).toBeUndefined();
  });

  it('begins with what is due longest and leaves what is not due', async () => {
    await create('b', { dueAt: 2000 });
    await create('a', { dueAt: 3000 });
    await create('c', { dueAt: 1000 });
    await create('later', { dueAt: Date.now() + 3_600_000 });
    await create('never', { dueAt: undefined });
    const order = [await claimed(), await claimed(), await claimed()];
    expect(order.map(claim => claim.environment.id)).toEqual(['c', 'b', 'a']);
    expect(await store.claim('w', LEASE_MS)).toBeUndefined();
  });

  it('goes by the clock of the database whatever a backend believes', async () => {
    await create('a');
    const { lease } = await claimed();
    const real = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(real + 30 * 86_400_000);
    expect(await other.claim('ahead', LEASE_MS)).toBeUndefined();
    jest.spyOn(Date, 'now').mockReturnValue(real - 30 * 86_400_000);
    expect(await other.heartbeat(lease, OVER)).toBe('held');
    expect((await claimed(LEASE_MS, other)).lease.token).not.toBe(lease.token);
  });

  it('refuses whoever lost an environment to another one', async () => {
    await create('a');
    const { lease: lost } = await claimed(OVER);
    const { lease } = await claimed(LEASE_MS, other);
    expect(await store.heartbeat(lost, LEASE_MS)).toBe('lost');
    expect(await write(lost, { state: 'failed' })).toBeUndefined();
    await store.release(lost);
    expect(await store.claim('third', LEASE_MS)).toBeUndefined();
    expect(await store.heartbeat(lease, LEASE_MS)).toBe('held');
    expect(await write(lease, { state: 'planning' })).toMatchObject({
      state: 'planning',
      version: 2,
    });
  });

  it('lets the holder of a lease go on that ran out and that nobody took', async () => {
    await create('a');
    const { lease } = await claimed(OVER);
    expect(await write(lease, { state: 'planning' })).toBeDefined();
    expect(await store.heartbeat(lease, LEASE_MS)).toBe('held');
    expect(await other.claim('w', LEASE_MS)).toBeUndefined();
  });

  it('gives one environment whose lease ran out to one of many', async () => {
    await create('a');
    const { lease: lost } = await claimed(OVER);
    const [beat, written, ...claims] = await Promise.all([
      store.heartbeat(lost, LEASE_MS),
      write(lost),
      ...Array.from({ length: 18 }, (_, n) => both(n).claim(`w${n}`, LEASE_MS)),
    ]);
    const taken = claims.filter(claim => claim !== undefined);
    // Either it was prolonged before anybody came, or exactly one took it.
    expect(taken).toHaveLength(beat === 'held' ? 0 : 1);
    expect(written === undefined || written.version === 2).toBe(true);
    const after = await write(lost, { state: 'failed' });
    expect(after === undefined).toBe(beat === 'lost');
  });

  it('tells a worker that something else is wanted, and writes nothing of it any more', async () => {
    await create('a');
    const { lease } = await claimed();
    expect(
      await store.write('a', { version: 1 }, { fields: { pinned: true } }),
    ).toMatchObject({ version: 2, wish: 1 });
    expect(await store.heartbeat(lease, LEASE_MS)).toBe('held');
    expect(
      await other.write(
        'a',
        { version: 2 },
        { fields: { state: 'deleting', operation: 'delete' } },
        true,
      ),
    ).toMatchObject({ version: 3, wish: 2 });
    expect(await store.heartbeat(lease, LEASE_MS)).toBe('changed');
    expect(await write(lease, { state: 'ready' })).toBeUndefined();
    expect(await other.claim('w', LEASE_MS)).toBeUndefined();
    await store.release(lease);
    expect(await store.heartbeat(lease, LEASE_MS)).toBe('lost');
    const next = await claimed(LEASE_MS, other);
    expect(next.environment.state).toBe('deleting');
    expect(next.lease.wish).toBe(2);
  });

  it('makes a wish due at once, also of what nobody would look at', async () => {
    await create('a', { dueAt: undefined });
    await create('b', { dueAt: undefined });
    await store.write('a', { version: 1 }, {});
    expect(await store.claim('w', LEASE_MS)).toBeUndefined();
    await store.write('a', { version: 2 }, {}, true);
    const tomorrow = Date.now() + 86_400_000;
    await store.write(
      'b',
      { version: 1 },
      { fields: { dueAt: tomorrow } },
      true,
    );
    expect((await claimed()).environment.id).toBe('a');
    expect(await store.claim('w', LEASE_MS)).toBeUndefined();
  });

  it('never has two holders nor loses a write, whoever does what at the same moment', async () => {
    const names = ['a', 'b', 'c'];
    for (const name of names) {
      await create(name);
    }
    const writes = new Map(names.map(name => [name, 0]));
    const holders = new Map<string, string>();
    let meetings = 0;
    const work = async (worker: string, mine: DatabaseEnvironmentStore) => {
      for (let round = 0; round < 15; round += 1) {
        const claim = await mine.claim(worker, LEASE_MS);
        if (claim) {
          const { environmentId, token } = claim.lease;
          meetings += holders.has(environmentId) ? 1 : 0;
          holders.set(environmentId, token);
          const { lease } = claim;
          const change = {
            fields: { awakeMs: claim.environment.awakeMs + 1 },
            history: [
              { kind: 'step' as const, message: worker, parts: { round } },
            ],
          };
          if (await mine.write(environmentId, { lease }, change)) {
            writes.set(environmentId, writes.get(environmentId)! + 1);
          }
          holders.delete(environmentId);
          await mine.release(lease);
        }
      }
    };
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => work(`w${n}`, both(n))),
    );
    expect(meetings).toBe(0);
    for (const name of names) {
      const { awakeMs, version } = (await store.find(name))!;
      expect(awakeMs).toBe(writes.get(name));
      expect(version).toBe(awakeMs + 1);
      const told = await store.historySince(name, undefined);
      expect(told).toHaveLength(awakeMs);
    }
    expect([...writes.values()].reduce((sum, n) => sum + n)).toBeGreaterThan(
      20,
    );
  });
});
