import { mockServices } from '@backstage/backend-test-utils';
import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { ClusterDriver } from '../drivers/types';
import { createTestStore } from '../store/__testUtils__/createTestStore';
import { storedEnvironment } from '../store/__testUtils__/storedEnvironment';
import { DriftKeeper } from './DriftKeeper';
import { LastSights } from './LastSights';

/** A cluster of which nothing is known but prints of baselines. */
async function start(ids: readonly string[]) {
  const { store, stop } = await createTestStore();
  for (const id of ids) {
    await store.create(
      storedEnvironment(id, { state: 'ready', baseline: 'dev-1/shop' }),
      {},
      {},
    );
  }
  const clock = FakeClock.create();
  const state = {
    print: 'a',
    asked: 0,
    read: 0,
    looks: 0,
    sightFails: false,
    counted: [] as string[],
    fails: '',
  };
  const driver = {
    cluster: 'dev-1',
    print: async () => {
      state.asked += 1;
      return state.print;
    },
    sight: async () => {
      state.looks += 1;
      if (state.sightFails) {
        throw new Error('silent');
      }
      return { at: 0, namespaces: [], workloads: [] };
    },
    clones: async () => [],
    baseline: async () => {
      state.read += 1;
      return { cluster: 'dev-1', namespace: 'shop', objects: [] };
    },
    facts: async () => ({}),
  } as unknown as ClusterDriver;
  const sights = LastSights.create({ clock });
  const keeper = DriftKeeper.create({
    store,
    clock,
    sights,
    drivers: { get: () => driver, list: () => [driver] },
    logger: mockServices.logger.mock(),
    onChange: () => {},
    count: async (environment, { print: driftPrint }) => {
      state.counted.push(environment.id);
      if (state.fails === environment.id) {
        throw new Error('the baseline is gone');
      }
      await store.write(
        environment.id,
        { version: environment.version },
        { fields: { seen: { ...environment.seen, driftPrint } } },
      );
      // Counting takes its time.
      clock.advance(4_000);
    },
  });
  /** Looks after so many seconds. @returns whose drift was counted */
  const look = async (afterSeconds = 20) => {
    clock.advance(afterSeconds * 1_000);
    state.counted = [];
    await keeper.look(driver);
    return state.counted;
  };
  /** As the observer does it. */
  const observe = () => sights.take(driver, new AbortController().signal);
  return { state, store, look, observe, stop };
}

describe('DriftKeeper', () => {
  it('reads a baseline once, however many environments have it', async () => {
    const { state, look, stop } = await start(['a', 'b', 'c']);
    await look();
    expect(state.asked).toBe(1);
    expect(await look()).toHaveLength(3);
    expect(state).toMatchObject({ asked: 2, read: 1 });
    await stop();
  });

  it('takes what the observer has seen lately, and looks itself where that is too long ago or has failed', async () => {
    const { state, look, observe, stop } = await start(['a']);
    await observe();
    await look(10);
    expect(state.looks).toBe(1);
    await look(10);
    expect(state.looks).toBe(2);
    state.sightFails = true;
    await expect(observe()).rejects.toThrow('silent');
    state.sightFails = false;
    expect(await look(1)).toEqual([]);
    expect(state.looks).toBe(4);
    await stop();
  });

  it('waits until a change has come to rest, and for nothing that goes on changing for long', async () => {
    const { state, look, stop } = await start(['a']);
    expect(await look()).toEqual([]);
    expect(await look()).toEqual(['a']);
    expect(await look()).toEqual([]);
    const seen: string[][] = [];
    for (let round = 0; round < 17; round += 1) {
      state.print = `b${round}`;
      seen.push(await look());
    }
    // 300 s after the first change.
    expect(
      seen.flatMap((one, round) => (one.length > 0 ? [round] : [])),
    ).toEqual([15]);
    await stop();
  });

  it('goes on with the others at the next look when many have changed, the first first', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const { look, stop } = await start(ids);
    await look();
    const first = await look();
    const second = await look();
    const third = await look();
    expect(first).toHaveLength(3);
    expect([...first, ...second, ...third].sort()).toEqual(ids);
    expect(await look()).toEqual([]);
    await stop();
  });

  it('lets one that cannot be compared be for a while, and counts the others', async () => {
    const { state, look, stop } = await start(['a', 'b']);
    state.fails = 'a';
    await look();
    expect((await look()).sort()).toEqual(['a', 'b']);
    expect(await look()).toEqual([]);
    state.fails = '';
    expect(await look(300)).toEqual(['a']);
    await stop();
  });

  it('leaves alone what sleeps, is being changed or has stopped', async () => {
    const { store, look, stop } = await start(['a', 'b', 'c']);
    for (const [id, state] of [
      ['a', 'asleep'],
      ['b', 'updating'],
      ['c', 'failed'],
    ] as const) {
      const { version } = (await store.find(id))!;
      await store.write(id, { version }, { fields: { state } });
    }
    await look();
    expect(await look()).toEqual([]);
    await stop();
  });
});
