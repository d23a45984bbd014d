import { loadBaseline } from '../../clone/__testUtils__/planCase';
import { createTestStore } from '../../store/__testUtils__/createTestStore';
import {
  EnvironmentsProcess,
  specificationOf,
  startProcess,
} from './EnvironmentsProcess';
import { TestTarget } from './TestTarget';

const BASELINE = loadBaseline('voting');
const ANN = { ref: 'user:default/ann' };
const FINALIZER = 'example.com/hold';

/** A deletion that somebody's finalizer holds up, in whatever cluster. */
export function describeStuck(
  name: string,
  options: {
    readonly start: (baseline: typeof BASELINE) => Promise<TestTarget>;
    /** Where there is no such cluster. */
    readonly skip?: boolean;
  },
): void {
  const describeHere = options.skip ? describe.skip : describe;
  describeHere(`a deletion that is held up, ${name}`, () => {
    let target: TestTarget;
    let database: Awaited<ReturnType<typeof createTestStore>>;
    let process: EnvironmentsProcess;

    beforeAll(async () => {
      target = await options.start(BASELINE);
      database = await createTestStore();
      process = startProcess({
        store: database.store,
        target,
        baseline: BASELINE.namespace,
        worker: 'one',
      });
    }, 900_000);

    afterAll(async () => {
      await process?.stop();
      await database?.stop();
      await target?.stop();
    }, 60_000);

    it('says what holds it in the words of the cluster, strips nothing, and ends when it is let go', async () => {
      const made = await process.creator.create(
        specificationOf('held', [{ name: 'vote' }]),
        `${target.definition.name}/${BASELINE.namespace}`,
        ANN,
      );
      const { id } = made;
      const { namespace } = await process.reach(id, 'ready');
      const place = {
        group: '',
        version: 'v1',
        kind: 'ConfigMap',
        name: 'held',
        namespace,
      };
      const held = (finalizers: string[]) => ({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'held', namespace, finalizers },
        data: {},
      });
      await target.driver.apply(held([FINALIZER]));
      await process.changer.remove(id, 'held', ANN);
      const until = Date.now() + 60_000;
      let reason = '';
      while (!reason.includes(FINALIZER) && Date.now() < until) {
        const steps = await database.store.steps(id);
        const step = steps.find(one => one.step === 'remove');
        reason = step?.reason?.message ?? '';
        await new Promise(resolve => setTimeout(resolve, 200));
      }
      // The namespace's own condition, word for word.
      expect(reason).toContain(
        `Some content in the namespace has finalizers remaining: ${FINALIZER} in 1 resource instances`,
      );
      // However long it is waited for.
      await new Promise(resolve => setTimeout(resolve, 3_000));
      expect((await target.driver.get(place))?.metadata.finalizers).toEqual([
        FINALIZER,
      ]);
      expect((await database.store.find(id))?.state).toBe('deleting');
      expect(
        process.driver.calls.filter(one => one.about === 'ConfigMap held'),
      ).toEqual([]);

      await target.driver.apply(held([]));
      await process.reach(id, 'gone');
      expect(await target.driver.get(place)).toBeUndefined();
      expect((await target.driver.sight()).namespaces).toEqual([]);
    }, 180_000);
  });
}
