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
const SKEW_MS = 10 * 60_000;

describe('backends whose clocks are twenty minutes apart', () => {
  let target: TestTarget;
  let database: Awaited<ReturnType<typeof createTestStore>>;
  let ahead: EnvironmentsProcess;
  let behind: EnvironmentsProcess;

  beforeAll(async () => {
    target = await embeddedTarget(BASELINE);
    database = await createTestStore();
    [ahead, behind] = [SKEW_MS, -SKEW_MS].map(skewMs =>
      startProcess({
        store: database.store,
        target,
        baseline: BASELINE.namespace,
        worker: skewMs > 0 ? 'ahead' : 'behind',
        skewMs,
      }),
    );
  }, 120_000);

  afterAll(async () => {
    await Promise.all([ahead?.stop(), behind?.stop()]);
    await database?.stop();
    await target?.stop();
  }, 60_000);

  const create = ({ creator }: EnvironmentsProcess, name: string) =>
    creator.create(
      specificationOf(name, [{ name: 'frontend' }]),
      `${target.definition.name}/${BASELINE.namespace}`,
      ANN,
    );

  it('begin at once, try again soon and do nothing twice, whoever was asked', async () => {
    for (const process of [ahead, behind]) {
      process.driver.fail({
        nth: 1,
        of: call => call.about.startsWith('Deployment'),
        what: 429,
        when: 'before',
        times: 2,
      });
    }
    const made = [
      await create(ahead, 'of-the-hasty'),
      await create(behind, 'of-the-slow'),
    ];
    for (const { id, namespace } of made) {
      await ahead.reach(id, 'ready');
      const created = [...ahead.driver.calls, ...behind.driver.calls].filter(
        one =>
          one.method === 'create' && one.about === `Namespace ${namespace}`,
      );
      expect(created).toHaveLength(1);
    }
  }, 90_000);

  it('end an environment when its time is over, not before, and do not spin until it is', async () => {
    const { id } = await create(behind, 'short');
    await behind.reach(id, 'ready');
    const end = Date.now() + 6_000;
    await behind.changer.extend(id, new Date(end).toISOString(), ANN);
    const { version } = (await database.store.find(id))!;
    await behind.reach(id, 'deleting', 'gone');
    expect(Date.now()).toBeGreaterThanOrEqual(end);
    expect(Date.now()).toBeLessThan(end + 10_000);
    const gone = await behind.reach(id, 'gone');
    // A notice that is due, the end, and a few records of each step.
    expect(gone.version - version).toBeLessThan(40);
  }, 90_000);
});
