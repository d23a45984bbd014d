import { Operation } from '@domaindeck/backstage-plugin-environments-common';
import { loadBaseline } from '../../clone/__testUtils__/planCase';
import { readiness, stepsOf } from '../../lifecycle';
import { objectKey, podTemplateOf } from '../../objects';
import { KillLane, Moment, OPERATIONS, OperationName } from './KillLane';
import { TestTarget } from './TestTarget';

const BASELINE = loadBaseline('web-shop');

/** One death, in the middle of an operation. */
interface Kill {
  readonly operation: OperationName;
  readonly moment: Moment;
}

/**
 * Kills the process at moments of every operation, starts another one over what is left, and holds it to the wanted state.
 *
 * @param options - `every`: takes each so many-th moment of those that there are; 1 for all. `lanes`: how many are killed
 * side by side, since most of the time is waited for pods
 */
export function describeKills(
  name: string,
  options: {
    readonly start: (baseline: typeof BASELINE) => Promise<TestTarget>;
    readonly every: number;
    readonly lanes: number;
    /** Where there is no such cluster. */
    readonly skip?: boolean;
    readonly timeoutMs: number;
  },
): void {
  const describeHere = options.skip ? describe.skip : describe;
  describeHere(`a process that is killed, ${name}`, () => {
    let target: TestTarget;
    let lanes: KillLane[] = [];
    let leaks = 0;
    let baselineChanged: number | undefined;
    let before: Map<string, string>;
    const killed = new Map<OperationName, string[]>();

    beforeAll(async () => {
      target = await options.start(BASELINE);
      lanes = await Promise.all(
        Array.from({ length: options.lanes }, (_, index) =>
          KillLane.create({
            target,
            baseline: BASELINE.namespace,
            name: `lane-${index + 1}`,
          }),
        ),
      );
      before = await settledBaseline(target);
    }, 900_000);

    afterAll(async () => {
      await Promise.all(lanes.map(lane => lane.stop()));
      await target?.stop();
      // The counts are the result of this suite.
      // eslint-disable-next-line no-console
      console.log(
        [
          `${name}:`,
          ...OPERATIONS.map(one => told(one, killed.get(one) ?? [])),
          `leaks: ${leaks}`,
          `baseline objects changed: ${baselineChanged ?? 'not counted'} of ${
            before?.size ?? 0
          }`,
        ].join('\n  '),
      );
    }, 60_000);

    async function hold(lane: KillLane, id: string): Promise<void> {
      const { leaked, missing } = await lane.check(id);
      leaks += leaked.length;
      expect({ leaked, missing }).toEqual({ leaked: [], missing: [] });
    }

    /** One life from its creation to its end, in which the process dies once. */
    async function live(lane: KillLane, kill: Kill): Promise<void> {
      let id: string | undefined;
      for (const step of OPERATIONS) {
        const isKilled = step === kill.operation;
        const done = await lane.perform(
          id,
          step,
          isKilled ? kill.moment : undefined,
        );
        id = done.id;
        if (isKilled) {
          // A death that never came is a moment that there is not, and would be counted for nothing.
          expect({ kill, ...done }).toMatchObject({
            killedAt: expect.any(String),
          });
          killed.set(step, [...(killed.get(step) ?? []), done.killedAt!]);
          await hold(lane, id);
          break;
        }
      }
      if (kill.operation !== 'delete') {
        await lane.perform(id, 'delete');
        await hold(lane, id!);
      }
    }

    it(
      'ends in the wanted state whenever it dies',
      async () => {
        // Once without a kill, to learn how many moments there are.
        const moments: Kill[] = [];
        let calm: string | undefined;
        // It ends with its deletion, so that nothing of it is left either.
        for (const operation of OPERATIONS) {
          const { id, writes } = await lanes[0].perform(calm, operation);
          calm = id;
          await hold(lanes[0], id);
          moments.push(...momentsOf(operation, writes));
        }
        const { every } = options;
        const kills = moments.filter(
          (_, index) => index % every === Math.floor(every / 2),
        );
        await Promise.all(
          lanes.map(async lane => {
            for (let kill = kills.shift(); kill; kill = kills.shift()) {
              await live(lane, kill);
            }
          }),
        );
        // Nothing is left of anybody: every life came to its end.
        leaks += (await target.driver.sight()).namespaces.length;
        const after = await settledBaseline(target);
        const changed = [...before.keys()].filter(
          key => after.get(key) !== before.get(key),
        );
        baselineChanged = changed.length;
        expect({ leaks, changed, objects: after.size }).toEqual({
          leaks: 0,
          changed: [],
          objects: before.size,
        });
        expect(killed.size).toBeGreaterThan(0);
      },
      options.timeoutMs,
    );
  });
}

const WHEN = ['before', 'after'] as const;

/** Around every call that writes into the cluster, and around the record of every step. */
function momentsOf(operation: Operation, writes: number): Kill[] {
  const calls = Array.from({ length: writes }, (_, index) => index + 1);
  return [
    ...calls.flatMap(nth => WHEN.map((when): Moment => ({ nth, when }))),
    ...stepsOf(operation).flatMap(step =>
      WHEN.map((when): Moment => ({ step, when })),
    ),
  ].map(moment => ({ operation, moment }));
}

/** Such as `create: killed 60 times, in plan 2, reserve 9`. */
function told(operation: OperationName, steps: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const step of steps) {
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const places = [...stepsOf(operation), 'end']
    .filter(step => counts.has(step))
    .map(step => `${step} ${counts.get(step)}`);
  return `${operation}: killed ${steps.length} times, in ${
    places.join(', ') || 'no step'
  }`;
}

/** Versions of every object of the baseline, once its own pods run and nothing of it changes by itself any more. */
async function settledBaseline(target: TestTarget) {
  let last = '';
  for (let looks = 0; looks < 100; looks += 1) {
    const { objects } = await target.driver.baseline(BASELINE.namespace);
    const waiting = objects.filter(
      one =>
        podTemplateOf(one) &&
        !['healthy', 'suspended'].includes(readiness(one, []).health),
    );
    const versions = new Map(
      objects.map(one => [
        objectKey(one),
        `${one.metadata.uid} ${one.metadata.resourceVersion}`,
      ]),
    );
    const seen = JSON.stringify([...versions]);
    if (waiting.length === 0 && seen === last) {
      return versions;
    }
    last = seen;
    await new Promise(resolve => setTimeout(resolve, 3_000));
  }
  throw new Error('The baseline does not come to rest');
}
