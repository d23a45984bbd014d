import { mockServices } from '@backstage/backend-test-utils';
import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { ClusterDriver } from '../drivers/types';
import { createTestStore } from '../store/__testUtils__/createTestStore';
import { storedEnvironment } from '../store/__testUtils__/storedEnvironment';
import { StoredEnvironment } from '../store/types';
import { Traffic, TrafficQuestion } from '../traffic';
import { UseKeeper } from './UseKeeper';

const HOUR = 3_600_000;
const STEP = 60_000;

/** Of a cluster with one environment that is to sleep after three hours, awake since four. */
async function start(more: Partial<StoredEnvironment> = {}) {
  const { store, stop } = await createTestStore();
  const clock = FakeClock.create();
  const now = clock.now().getTime();
  const plain = storedEnvironment('a');
  await store.create(
    storedEnvironment('a', {
      state: 'ready',
      awakeSince: now - 4 * HOUR,
      lastUsed: { at: now - 4 * HOUR },
      specification: { ...plain.specification, sleepWhenUnused: 'PT3H' },
      seen: {
        ...plain.seen,
        addresses: [{ service: 'gateway', url: 'http://gateway.example' }],
      },
      ...more,
    }),
    {},
    {},
  );
  const state = {
    asked: [] as TrafficQuestion[],
    asleep: [] as string[],
    /** A constant number of requests of each service. */
    requests: { gateway: 0, pricing: 0 } as Record<string, number>,
    untold: undefined as Traffic | undefined,
    /** Requests that the few values of many days do not tell yet. */
    lately: 0,
  };
  const driver = { cluster: 'dev-1' } as ClusterDriver;
  const keeper = UseKeeper.create({
    store,
    clock,
    drivers: { get: () => driver, list: () => [driver] },
    logger: mockServices.logger.mock(),
    onChange: () => {},
    traffic: {
      requests: async question => {
        state.asked.push(question);
        const { service, from, to } = question;
        const told = Object.entries(state.requests).filter(
          ([name]) => service === undefined || name === service,
        );
        if (state.untold) {
          return state.untold;
        }
        return told.length === 0
          ? { told: false, code: 'no-requests', source: 'store' }
          : {
              told: true,
              source: 'store',
              from,
              step: STEP,
              values: new Array<number>((to - from) / STEP + 1).fill(
                told.reduce((sum, [, value]) => sum + value, 0) +
                  (to - from > 24 * HOUR ? 0 : state.lately),
              ),
            };
      },
    },
    fallAsleep: async environment => {
      state.asleep.push(environment.id);
    },
  });
  return {
    state,
    store,
    stop,
    look: () => keeper.look(driver),
    traffic: async () => (await store.find('a'))?.seen.traffic,
  };
}

describe('UseKeeper', () => {
  it('lets fall asleep what had no request for the whole time', async () => {
    const { state, look, stop } = await start();
    await look();
    expect(state.asleep).toEqual(['a']);
    expect(state.asked.map(one => one.service)).toEqual([undefined, 'gateway']);
    const [{ domain, place, from, to }] = state.asked;
    expect([domain, place]).toEqual([
      'domain:default/payments',
      'dev-1/payments-a',
    ]);
    // Three hours, and some minutes for clocks that are ahead.
    expect(to - from).toBe(3 * HOUR + 5 * 60_000);
    await stop();
  });

  it('keeps awake what had one, of whatever service', async () => {
    const { state, look, traffic, stop } = await start();
    state.requests.pricing = 0.01;
    await look();
    expect(state.asleep).toEqual([]);
    expect(await traffic()).toEqual({ told: true, source: 'store' });
    await stop();
  });

  it('keeps awake what somebody woke, changed or extended within the time', async () => {
    const hourAgo = FakeClock.create().now().getTime() - HOUR;
    for (const more of [
      { awakeSince: hourAgo },
      { lastUsed: { at: hourAgo } },
      { awakeSince: undefined },
    ]) {
      const { state, look, stop } = await start(more);
      await look();
      expect(state.asleep).toEqual([]);
      await stop();
    }
  });

  it('looks closely at the last hours of many days, whose values lie far apart', async () => {
    const plain = storedEnvironment('a').specification;
    const long = 100 * HOUR;
    const since = FakeClock.create().now().getTime() - 2 * long;
    const { state, look, stop } = await start({
      awakeSince: since,
      lastUsed: { at: since },
      specification: { ...plain, sleepWhenUnused: 'PT100H' },
    });
    state.lately = 0.01;
    await look();
    expect(state.asleep).toEqual([]);
    state.lately = 0;
    await look();
    expect(state.asleep).toEqual(['a']);
    await stop();
  });

  it('keeps awake what nobody opens by a request', async () => {
    const { seen } = storedEnvironment('a');
    const { state, look, traffic, stop } = await start({
      seen: { ...seen, addresses: [], services: [] },
    });
    await look();
    expect(state.asleep).toEqual([]);
    expect(await traffic()).toEqual({
      told: false,
      code: 'no-requests',
      source: 'store',
    });
    await stop();
  });

  it('never takes silence for disuse, and says so in the record until it is told again', async () => {
    const { state, look, traffic, stop } = await start();
    for (const untold of [
      { told: false, code: 'no-source' },
      { told: false, code: 'source-failing', source: 'store' },
      { told: false, code: 'no-requests', source: 'store' },
    ] as const) {
      state.untold = untold;
      await look();
      expect(await traffic()).toEqual(untold);
    }
    state.untold = undefined;
    // Others are counted, and the one that people open is not.
    delete state.requests.gateway;
    await look();
    expect(await traffic()).toEqual({
      told: false,
      code: 'no-requests',
      service: 'gateway',
      source: 'store',
    });
    expect(state.asleep).toEqual([]);
    state.requests.gateway = 0;
    await look();
    expect(state.asleep).toEqual(['a']);
    await stop();
  });

  it('asks nothing of what does not want it, sleeps already or is being worked on', async () => {
    const plain = storedEnvironment('a').specification;
    for (const more of [
      { specification: plain },
      { state: 'asleep' },
      { state: 'updating' },
      { state: 'failed' },
    ] as Partial<StoredEnvironment>[]) {
      const { state, look, stop } = await start(more);
      await look();
      expect(state.asked).toEqual([]);
      await stop();
    }
  });
});
