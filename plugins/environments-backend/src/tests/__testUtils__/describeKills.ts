import { LABEL_ENVIRONMENT_ID } from '@domaindeck/backstage-plugin-workloads-common';
import { ANNOTATION_HASH } from '@domaindeck/backstage-plugin-environments-common';
import { loadBaseline } from '../../clone/__testUtils__/planCase';
import { KubernetesObject, objectKey } from '../../objects';
import { createTestStore } from '../../store/__testUtils__/createTestStore';
import { EnvironmentStore } from '../../store/types';
import {
  EnvironmentsProcess,
  specificationOf,
  startProcess,
} from './EnvironmentsProcess';
import { TestTarget } from './TestTarget';

const BASELINE = loadBaseline('web-shop');

/** One moment at which the process dies: at a call that writes, before or after the cluster has done it. */
interface Moment {
  readonly nth: number;
  readonly when: 'before' | 'after';
}

/** What is done to an environment, each from where the one before has left it. */
const OPERATIONS = ['create', 'update', 'sleep', 'wake', 'delete'] as const;
type OperationName = (typeof OPERATIONS)[number];

/** Where each of them leads. */
const WANTED = {
  create: 'ready',
  update: 'ready',
  sleep: 'asleep',
  wake: 'ready',
  delete: 'gone',
} as const;

/** What was seen over all kills. */
interface Tally {
  kills: number;
  leaks: number;
  baselineChanged: number;
}

/**
 * Kills the process at moments of every operation, starts another one over what is left, and holds it to the wanted state.
 *
 * @param options - `every`: takes each so many-th moment of those that there are; 1 for all
 */
export function describeKills(
  name: string,
  options: {
    readonly start: (baseline: typeof BASELINE) => Promise<TestTarget>;
    readonly every: number;
    /** Where there is no such cluster. */
    readonly skip?: boolean;
    readonly timeoutMs: number;
  },
): void {
  const describeHere = options.skip ? describe.skip : describe;
  describeHere(`a process that is killed, ${name}`, () => {
    let target: TestTarget;
    let database: Awaited<ReturnType<typeof createTestStore>>;
    let store: EnvironmentStore;
    let process: EnvironmentsProcess;
    const tally: Tally = { kills: 0, leaks: 0, baselineChanged: 0 };
    let workers = 0;
    let before: Map<string, string>;

    beforeAll(async () => {
      target = await options.start(BASELINE);
      database = await createTestStore();
      store = database.store;
      before = await baselineVersions(target);
    }, 900_000);

    afterAll(async () => {
      await process?.stop();
      await database?.stop();
      await target?.stop();
      // The counts are the result of this suite.
      // eslint-disable-next-line no-console
      console.log(
        `${name}: ${tally.kills} kills, ${tally.leaks} leaks, ${tally.baselineChanged} baseline objects changed`,
      );
    }, 60_000);

    const begin = () => {
      workers += 1;
      process = startProcess({
        store,
        target,
        baseline: BASELINE.namespace,
        worker: `worker-${workers}`,
      });
    };

    /** Does an operation and gives how many calls of it write. */
    async function perform(
      id: string | undefined,
      operation: OperationName,
      label: string,
      moment?: Moment,
    ): Promise<{ id: string; writes: number }> {
      begin();
      const writesBefore = process.driver.writes;
      if (moment) {
        process.driver.fail({ ...moment, what: 'die' });
      }
      const asked = id ?? (await ask(label));
      if (id !== undefined) {
        await change(id, operation);
      }
      await settle(asked, operation, moment !== undefined);
      const writes = process.driver.writes - writesBefore;
      await process.stop();
      return { id: asked, writes };
    }

    async function ask(label: string): Promise<string> {
      const made = await process.creator.create(
        specificationOf(label, [{ name: 'frontend' }, { name: 'cartservice' }]),
        `${target.definition.name}/${BASELINE.namespace}`,
        { ref: 'user:default/ann' },
      );
      return made.id;
    }

    async function change(id: string, operation: OperationName) {
      const asker = { ref: 'user:default/ann' };
      switch (operation) {
        case 'update':
          await process.changer.update(
            id,
            {
              services: [
                { name: 'frontend', env: { FLAG: 'on' } },
                { name: 'checkoutservice' },
              ],
            },
            asker,
          );
          break;
        case 'sleep':
        case 'wake':
          await process.changer.operate(id, operation, asker);
          break;
        default: {
          const environment = await store.find(id);
          await process.changer.remove(id, environment!.name, asker);
        }
      }
    }

    /** Waits for the wanted state; when the process dies another one goes on. */
    async function settle(
      id: string,
      operation: OperationName,
      mayDie: boolean,
    ): Promise<void> {
      const wanted = WANTED[operation];
      try {
        await process.reach(id, wanted);
      } catch (error) {
        if (!mayDie || !process.driver.isDead) {
          throw error;
        }
        tally.kills += 1;
        await process.stop();
        begin();
        await process.reach(id, wanted);
      }
    }

    /** Holds the cluster to the plan: everything that is planned is there as planned, and nothing of ours beside it. */
    async function check(id: string): Promise<void> {
      const environment = (await store.find(id))!;
      const namespace = await target.driver.get({
        group: '',
        version: 'v1',
        kind: 'Namespace',
        name: environment.namespace,
      });
      if (environment.state === 'gone') {
        tally.leaks += namespace ? 1 : 0;
        expect(namespace).toBeUndefined();
        return;
      }
      const material = (await store.material(id))!;
      const live = (await target.driver.list(environment.namespace)).filter(
        one => one.metadata.labels?.[LABEL_ENVIRONMENT_ID] === id,
      );
      const planned = material.desired
        .map(one => one.object)
        .filter(one => one.kind !== 'Namespace');
      const hashes = (objects: readonly KubernetesObject[]) =>
        objects
          .map(
            one =>
              `${objectKey(one)} ${
                one.metadata.annotations?.[ANNOTATION_HASH]
              }`,
          )
          .sort();
      const leaked = hashes(live).filter(one => !hashes(planned).includes(one));
      tally.leaks += leaked.length;
      expect(hashes(live)).toEqual(hashes(planned));
    }

    it(
      'ends in the wanted state whenever it dies',
      async () => {
        let label = 0;
        const next = () => `env-${(label += 1)}`;
        // Once without a kill, to learn how many moments there are.
        const moments = new Map<OperationName, Moment[]>();
        let calm: string | undefined;
        for (const operation of OPERATIONS) {
          const done = await perform(calm, operation, next());
          calm = done.id;
          await check(calm);
          moments.set(operation, momentsOf(done.writes, options.every));
        }
        for (const operation of OPERATIONS) {
          for (const moment of moments.get(operation)!) {
            let id: string | undefined;
            for (const step of OPERATIONS) {
              const { id: done } = await perform(
                id,
                step,
                next(),
                step === operation ? moment : undefined,
              );
              id = done;
              if (step === operation || step === 'delete') {
                await check(id);
              }
              if (step === operation && step !== 'delete') {
                await perform(id, 'delete', '');
                await check(id);
                break;
              }
            }
          }
        }
        const after = await baselineVersions(target);
        tally.baselineChanged = [...before].filter(
          ([key, version]) => after.get(key) !== version,
        ).length;
        expect(tally).toMatchObject({ leaks: 0, baselineChanged: 0 });
        expect(tally.kills).toBeGreaterThan(0);
      },
      options.timeoutMs,
    );
  });
}

function momentsOf(writes: number, every: number): Moment[] {
  const all = Array.from({ length: writes }, (_, index) => index + 1).flatMap(
    (nth): Moment[] => [
      { nth, when: 'before' },
      { nth, when: 'after' },
    ],
  );
  return all.filter((_, index) => index % every === Math.floor(every / 2));
}

/** What people wish of the baseline; its status goes on living. */
async function baselineVersions(target: TestTarget) {
  const { objects } = await target.driver.baseline(BASELINE.namespace);
  return new Map(
    objects.map(object => [
      objectKey(object),
      `${object.metadata.uid} ${object.metadata.generation ?? ''} ${
        object.metadata.generation === undefined
          ? object.metadata.resourceVersion
          : ''
      }`,
    ]),
  );
}
