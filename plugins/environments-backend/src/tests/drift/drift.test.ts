import { loadBaseline } from '../../clone/__testUtils__/planCase';
import { createTestStore } from '../../store/__testUtils__/createTestStore';
import {
  EnvironmentsProcess,
  specificationOf,
  startProcess,
} from '../__testUtils__/EnvironmentsProcess';
import { embeddedTarget, TestTarget } from '../__testUtils__/TestTarget';

const BASELINE = loadBaseline('web-shop');
const ANN = { ref: 'user:default/ann' };

function deployment(name: string, namespace: string) {
  return { group: 'apps', version: 'v1', kind: 'Deployment', name, namespace };
}

describe('drift that nobody looks at', () => {
  let target: TestTarget;
  let database: Awaited<ReturnType<typeof createTestStore>>;
  const processes: EnvironmentsProcess[] = [];

  beforeAll(async () => {
    target = await embeddedTarget(BASELINE);
    database = await createTestStore();
  }, 120_000);

  afterAll(async () => {
    await Promise.all(processes.map(one => one.stop()));
    await database?.stop();
    await target?.stop();
  }, 60_000);

  function start(worker: string): EnvironmentsProcess {
    const process = startProcess({
      store: database.store,
      target,
      baseline: BASELINE.namespace,
      worker,
    });
    processes.push(process);
    return process;
  }

  /** Looks so many times. @returns what was asked of the cluster beside names and versions */
  async function look(
    { driver, drifts }: EnvironmentsProcess,
    times: number,
  ): Promise<string[]> {
    const before = driver.calls.length;
    for (let round = 0; round < times; round += 1) {
      await drifts.look(driver);
    }
    return driver.calls
      .slice(before)
      .filter(one => !['print', 'sight', 'clones'].includes(one.method))
      .map(one => `${one.method} ${one.about}`);
  }

  it('is counted once whoever sees it, when the baseline and the environment have come to rest', async () => {
    const one = start('one');
    const other = start('other');
    const { id, namespace } = await one.creator.create(
      specificationOf('drifting', [
        { name: 'frontend' },
        { name: 'cartservice' },
      ]),
      `${target.definition.name}/${BASELINE.namespace}`,
      ANN,
    );
    await one.reach(id, 'ready');
    const seen = async () => (await database.store.find(id))!.seen;
    const states = async () =>
      Object.fromEntries(
        (await seen()).services
          .filter(service => service.own)
          .map(({ name, drift }) => [name, drift]),
      );

    await look(one, 2);
    expect((await seen()).driftPrint).toEqual(expect.any(String));
    expect((await seen()).driftCounts).toEqual({
      baselineMoved: 0,
      edited: 0,
      both: 0,
    });
    // Nothing changes: neither process asks for more than names and versions.
    expect(await look(one, 3)).toEqual([]);
    expect(await look(other, 3)).toEqual([]);

    const moved = deployment('frontend', BASELINE.namespace);
    await target.driver.patchWorkload(moved, {
      annotations: {},
      spec: {
        template: {
          spec: {
            containers: [{ name: 'server', image: 'example.com/frontend:2' }],
          },
        },
      },
    });
    expect(await look(one, 1)).toEqual([]);
    const asked = await look(one, 1);
    // Only what was cloned is tried, not the names that lead to the baseline.
    expect(asked.filter(call => call.startsWith('apply '))).toEqual(
      expect.arrayContaining([
        'apply Deployment frontend',
        'apply Service frontend',
      ]),
    );
    expect(asked.filter(call => call.startsWith('apply '))).not.toContain(
      'apply Service adservice',
    );
    expect(await look(other, 3)).toEqual([]);
    expect(await states()).toEqual({
      frontend: 'baseline-moved',
      cartservice: undefined,
    });

    await target.driver.patchWorkload(deployment('cartservice', namespace), {
      annotations: {},
      spec: {
        template: {
          spec: {
            containers: [
              {
                name: 'server',
                image: 'example.com/by-hand:9',
                env: [{ name: 'BY_HAND', value: 'yes' }],
              },
            ],
          },
        },
      },
    });
    await look(other, 2);
    expect(await states()).toEqual({
      frontend: 'baseline-moved',
      cartservice: 'edited',
    });
    expect((await seen()).driftCounts).toEqual({
      baselineMoved: 1,
      edited: 1,
      both: 0,
    });
    expect(await look(one, 3)).toEqual([]);
  }, 120_000);
});
