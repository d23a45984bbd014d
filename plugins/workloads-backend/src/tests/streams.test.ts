import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthenticationError, NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  environmentCondition,
  environmentResourceType,
  StreamRecord,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  assembleForTest,
  deploymentObject,
  entity,
  TestAssembly,
} from '../__testUtils__';

const PAYMENTS = 'domain:default/payments';
const PRICING = 'dev-1/payments-dev/Deployment/pricing';

/** Only development, as a conditional decision. */
function developmentOnly(): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'workloads',
    resourceType: environmentResourceType('view'),
    conditions: environmentCondition('view', 'HAS_TIER', {
      tiers: ['development'],
    }),
  };
}

describe('streams', () => {
  let services: TestAssembly;
  let caller: AbortController;

  beforeEach(() => {
    services = assembleForTest();
    caller = new AbortController();
  });

  afterEach(() => {
    caller.abort();
    services.stop();
  });

  async function revisionOf(entityRef = PAYMENTS): Promise<string> {
    const { revision } = await services.workloads.getSnapshot({
      credentials: mockCredentials.user(),
      entityRef,
      filter: {},
    });
    return revision;
  }

  function open(
    revision: string,
    options: { entityRef?: string; poll?: boolean; expiresAt?: Date } = {},
  ) {
    const { entityRef = PAYMENTS, poll = false, expiresAt } = options;
    return services.workloads
      .streamChanges({
        credentials: { ...mockCredentials.user(), expiresAt },
        entityRef,
        revision,
        poll,
        signal: caller.signal,
      })
      [Symbol.asyncIterator]();
  }

  type Stream = ReturnType<typeof open>;

  async function next(stream: Stream): Promise<readonly StreamRecord[]> {
    const { value, done } = await stream.next();
    return done ? [] : value;
  }

  /** Moves the clock once the stream sleeps, and gives what comes of it. */
  async function after(
    stream: Stream,
    milliseconds: number,
  ): Promise<readonly StreamRecord[]> {
    const batch = next(stream);
    await new Promise(setImmediate);
    services.clock.advance(milliseconds);
    return batch;
  }

  /** Rolls `pricing` in development to another version. */
  function roll(version: string): void {
    services.reader.put(
      'dev-1',
      'deployments',
      deploymentObject('payments-dev', 'pricing', {
        image: `registry.example.com/payments/pricing:${version}`,
      }),
    );
  }

  it('says at once that it is open, then what changes, and goes on from any record', async () => {
    const revision = await revisionOf();
    const stream = open(revision);
    expect(await next(stream)).toEqual([
      { type: 'heartbeat', revision, at: '2026-11-01T00:00:00.000Z' },
    ]);

    roll('2.0.0');
    const [first] = await next(stream);
    expect(first).toMatchObject({
      type: 'upsert',
      item: { id: PRICING, version: '2.0.0' },
    });
    services.reader.remove('dev-1', 'deployments', 'payments-dev-risk');
    const [second] = await after(stream, 100);
    expect(second).toMatchObject({
      type: 'delete',
      id: 'dev-1/payments-dev/Deployment/risk',
    });

    const resumed = open('revision' in first ? first.revision : '');
    expect(await next(resumed)).toMatchObject([
      { type: 'delete', id: 'dev-1/payments-dev/Deployment/risk' },
      { type: 'heartbeat' },
    ]);
  });

  it('sends a slow reader only the last state of what changed several times', async () => {
    const stream = open(await revisionOf());
    await next(stream);
    for (let version = 1; version <= 50; version += 1) {
      roll(`3.0.${version}`);
      await new Promise(setImmediate);
    }
    services.clock.advance(100);
    await new Promise(setImmediate);
    expect(await next(stream)).toMatchObject([
      { type: 'upsert', item: { version: '3.0.50' } },
    ]);
  });

  it('keeps other components and other domains out', async () => {
    const entityRef = 'component:default/pricing';
    const stream = open(await revisionOf(entityRef), { entityRef });
    await next(stream);
    services.reader.put(
      'dev-1',
      'deployments',
      deploymentObject('payments-dev', 'risk', { replicas: 5 }),
    );
    services.reader.put(
      'dev-1',
      'deployments',
      deploymentObject('rides-dev', 'matching', { replicas: 5 }),
    );
    await new Promise(setImmediate);
    roll('4.0.0');
    expect(await after(stream, 100)).toMatchObject([
      { type: 'upsert', item: { id: PRICING } },
    ]);
  });

  it('tells of a cluster that falls silent, and of the workloads that nobody knows any more', async () => {
    const stream = open(await revisionOf());
    await next(stream);
    services.reader.setStatus({
      name: 'prod-sh',
      tier: 'production',
      state: 'unreachable',
      asOf: '2026-11-01T00:00:00Z',
      reason: 'two probes missed',
    });
    const records = [...(await next(stream))];
    while (records.length < 4) {
      records.push(...(await next(stream)));
    }
    expect(records[0]).toMatchObject({
      type: 'cluster',
      cluster: { name: 'prod-sh', state: 'unreachable' },
    });
    expect(records.slice(1)).toMatchObject([
      { item: { cluster: 'prod-sh', health: 'unknown' } },
      { item: { cluster: 'prod-sh', health: 'unknown' } },
      { item: { cluster: 'prod-sh', health: 'unknown' } },
    ]);
  });

  it.each(['of another process', 'x.1.y', 'x.y'])(
    'asks for a new snapshot when the revision is %s',
    async revision => {
      expect(await next(open(revision))).toMatchObject([{ type: 'reset' }]);
    },
  );

  it('asks for a new snapshot when the revision is that of another page', async () => {
    const revision = await revisionOf('system:default/checkout');
    expect(await next(open(revision))).toMatchObject([{ type: 'reset' }]);
  });

  it('beats every 15 s, and each beat has been judged anew', async () => {
    const stream = open(await revisionOf());
    await next(stream);
    const before = services.authorizations();
    expect(await after(stream, 15_000)).toMatchObject([{ type: 'heartbeat' }]);
    await new Promise(setImmediate);
    expect(services.authorizations()).toBe(before + 1);
  });

  it('ends with "revoked" within 15 s when the rights are gone', async () => {
    const stream = open(await revisionOf());
    await next(stream);
    services.decide(() => ({ result: AuthorizeResult.DENY }));
    const records: StreamRecord[] = [...(await after(stream, 15_000))];
    while (!records.some(({ type }) => type === 'end')) {
      records.push(...(await next(stream)));
    }
    expect(records.at(-1)).toEqual({ type: 'end', reason: 'revoked' });
    expect((await stream.next()).done).toBe(true);
  });

  it('asks for a new snapshot when some of the environments are gone, and the new one lacks them', async () => {
    const stream = open(await revisionOf());
    await next(stream);
    services.decide(developmentOnly);
    const records: StreamRecord[] = [...(await after(stream, 15_000))];
    while (!records.some(({ type }) => type === 'reset')) {
      records.push(...(await next(stream)));
    }
    const snapshot = await services.workloads.getSnapshot({
      credentials: mockCredentials.user(),
      entityRef: PAYMENTS,
      filter: {},
    });
    expect(new Set(snapshot.items.map(({ cluster }) => cluster))).toEqual(
      new Set(['dev-1']),
    );
  });

  it('ends with "reauthenticate" when the credentials expire, or when rights cannot be asked', async () => {
    const expiring = open(await revisionOf(), {
      expiresAt: new Date(services.clock.now().getTime() + 5_000),
    });
    await next(expiring);
    expect(await after(expiring, 5_000)).toEqual([
      { type: 'end', reason: 'reauthenticate' },
    ]);

    const refused = open(await revisionOf());
    await next(refused);
    services.decide(() => {
      throw new AuthenticationError('the token is too old');
    });
    const records: StreamRecord[] = [...(await after(refused, 15_000))];
    while (!records.some(({ type }) => type === 'end')) {
      records.push(...(await next(refused)));
    }
    expect(records.at(-1)).toEqual({ type: 'end', reason: 'reauthenticate' });
  });

  it('ends with "shutdown" when the process ends, without waiting', async () => {
    const stream = open(await revisionOf());
    await next(stream);
    const batch = next(stream);
    services.shutdown.abort();
    expect(await batch).toEqual([{ type: 'end', reason: 'shutdown' }]);
  });

  it('is over when the reader has gone, and leaves no timer', async () => {
    const stream = open(await revisionOf());
    await next(stream);
    const batch = stream.next();
    caller.abort();
    expect((await batch).done).toBe(true);
    expect(services.clock.pending).toBe(0);
    services.stop();
    // The bindings listen for as long as the process lives.
    expect(services.reader.listeners).toBe(1);
  });

  it('answers a poll with the first change, or with nothing after 25 s', async () => {
    const revision = await revisionOf();
    const changed = open(revision, { poll: true });
    await next(changed);
    roll('5.0.0');
    expect(await next(changed)).toMatchObject([
      { type: 'upsert' },
      { type: 'heartbeat' },
      { type: 'end', reason: 'poll' },
    ]);

    const idle = open(await revisionOf(), { poll: true });
    await next(idle);
    expect(await after(idle, 15_000)).toMatchObject([{ type: 'heartbeat' }]);
    expect(await after(idle, 10_000)).toMatchObject([
      { type: 'heartbeat' },
      { type: 'end', reason: 'poll' },
    ]);
  });

  it('asks for a new snapshot when a component joins the page', async () => {
    const stream = open(await revisionOf());
    await next(stream);
    services.entities.push(
      entity('Component', 'refunds', ['partOf system:default/books']),
    );
    const records: StreamRecord[] = [];
    while (!records.some(({ type }) => type === 'reset')) {
      records.push(...(await after(stream, 15_000)));
    }
    expect(records.at(-1)).toMatchObject({ type: 'reset' });
  });

  it('refuses before the first record what the caller may not view', async () => {
    const revision = await revisionOf();
    services.decide(() => ({ result: AuthorizeResult.DENY }));
    services.forgetDecisions();
    await expect(open(revision).next()).rejects.toThrow(NotFoundError);
  });

  it('tells all readers at the same moment, ten times a second at most, and the same records', async () => {
    const revision = await revisionOf();
    const streams = Array.from({ length: 50 }, () => open(revision));
    await Promise.all(streams.map(next));
    roll('6.0.0');
    const first = await Promise.all(streams.map(next));
    expect(first[0]).toMatchObject([{ item: { version: '6.0.0' } }]);
    // One array, not fifty equal ones.
    expect(new Set(first).size).toBe(1);

    roll('6.0.1');
    let told = 0;
    const second = streams.map(async stream => {
      const batch = await next(stream);
      told += 1;
      return batch;
    });
    await new Promise(setImmediate);
    services.clock.advance(99);
    roll('6.0.2');
    await new Promise(setImmediate);
    expect(told).toBe(0);
    services.clock.advance(1);
    const batches = await Promise.all(second);
    expect(batches[0]).toMatchObject([{ item: { version: '6.0.2' } }]);
    expect(new Set(batches).size).toBe(1);
  });
});
