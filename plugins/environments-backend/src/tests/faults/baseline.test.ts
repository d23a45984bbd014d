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

function place(kind: string, group = '', name = BASELINE.namespace) {
  const namespace = kind === 'Namespace' ? undefined : BASELINE.namespace;
  return { group, version: 'v1', kind, name, namespace };
}

describe('a baseline that changes or vanishes midway', () => {
  let target: TestTarget;
  let database: Awaited<ReturnType<typeof createTestStore>>;
  let process: EnvironmentsProcess;

  beforeAll(async () => {
    target = await embeddedTarget(BASELINE);
    database = await createTestStore();
    process = startProcess({
      store: database.store,
      target,
      baseline: BASELINE.namespace,
      worker: 'one',
    });
  }, 120_000);

  afterAll(async () => {
    await process?.stop();
    await database?.stop();
    await target?.stop();
  }, 60_000);

  async function remove(kind: string, group?: string, name?: string) {
    const where = place(kind, group, name);
    const found = await target.driver.get(where);
    await target.driver.remove(where, found!.metadata.uid!);
  }

  /** Created up to the point at which its workloads are applied, of which the first call hangs for 2 s. */
  async function halfway(name: string, services: readonly string[]) {
    process.driver.heal();
    process.driver.fail({
      nth: 1,
      of: call => call.about.startsWith('Deployment'),
      what: 'hang',
      when: 'before',
    });
    const made = await process.creator.create(
      specificationOf(
        name,
        services.map(one => ({ name: one })),
      ),
      `${target.definition.name}/${BASELINE.namespace}`,
      ANN,
    );
    const isStarting = async () =>
      (await database.store.steps(made.id)).some(
        one => one.step === 'start' && one.state === 'running',
      );
    while (!(await isStarting())) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    return made;
  }

  it('leaves what was planned as it was, and is told when it is planned over again', async () => {
    const { id, name } = await halfway('changed', ['frontend', 'cartservice']);
    await remove('Deployment', 'apps', 'cartservice');
    await remove('Service', '', 'adservice');
    const ready = await process.reach(id, 'ready');
    expect(
      ready.seen.services.filter(one => one.own).map(one => one.name),
    ).toEqual(['frontend', 'cartservice']);
    // A new choice of what is no longer there is refused with its name; nothing is lost by it.
    await expect(
      process.creator.create(
        specificationOf('too-late', [{ name: 'cartservice' }]),
        `${target.definition.name}/${BASELINE.namespace}`,
        ANN,
      ),
    ).rejects.toThrow(/cartservice/);
    const { drift } = await process.drift.compare(ready);
    expect(drift.services).toContainEqual(
      expect.objectContaining({ service: 'cartservice', gone: true }),
    );
    expect(drift.baseline.removed).toContain('adservice');
    // What was cloned goes on living with its own copy.
    await process.changer.update(id, { size: 'M' }, ANN);
    await process.reach(id, 'ready');
    await process.changer.remove(id, name, ANN);
    await process.reach(id, 'gone');
  }, 120_000);

  it('that is gone as a whole stops a change with its name, and nothing hinders the clearing away', async () => {
    const { id, name } = await halfway('orphaned', ['frontend']);
    await remove('Namespace');
    while (await target.driver.get(place('Namespace'))) {
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    const ready = await process.reach(id, 'ready');
    await expect(
      process.changer.update(id, { size: 'M' }, ANN),
    ).rejects.toThrow(BASELINE.namespace);
    expect((await database.store.find(id))!.generation).toBe(ready.generation);
    await process.changer.remove(id, name, ANN);
    await process.reach(id, 'gone');
    expect((await target.driver.sight()).namespaces).toEqual([]);
  }, 120_000);
});
