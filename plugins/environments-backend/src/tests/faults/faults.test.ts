import { StepId } from '@domaindeck/backstage-plugin-environments-common';
import { loadBaseline } from '../../clone/__testUtils__/planCase';
import { DriverCall, Fault } from '../../drivers/testUtils';
import { createTestStore } from '../../store/__testUtils__/createTestStore';
import {
  specificationOf,
  startProcess,
} from '../__testUtils__/EnvironmentsProcess';
import { embeddedTarget, TestTarget } from '../__testUtils__/TestTarget';

const BASELINE = loadBaseline('web-shop');
const ANN = { ref: 'user:default/ann' };

/** A call by which each step is met in its middle. */
const MIDDLE: readonly [StepId, (call: DriverCall) => boolean][] = [
  ['plan', call => call.method === 'baseline'],
  ['reserve', call => call.method === 'create'],
  ['reserve', call => call.about.startsWith('ResourceQuota')],
  ['fence', call => call.about.startsWith('NetworkPolicy')],
  ['settings', call => call.about.startsWith('ServiceAccount')],
  ['connect', call => call.about.startsWith('Service ')],
  ['start', call => call.about.startsWith('Deployment')],
  ['open', call => call.about.startsWith('Ingress')],
];

/** The same of what is done to one that is there. */
const LATER: readonly [
  'update' | 'sleep' | 'wake' | 'delete',
  StepId,
  (call: DriverCall) => boolean,
][] = [
  ['update', 'prune', call => call.method === 'remove'],
  ['sleep', 'stop', call => call.method === 'patchWorkload'],
  ['wake', 'start', call => call.method === 'patchWorkload'],
  ['delete', 'close', call => call.about.startsWith('Ingress')],
  ['delete', 'stop', call => isRemoved(call, 'Deployment')],
  ['delete', 'remove', call => isRemoved(call, 'Namespace')],
];

const REACHED = {
  update: 'ready',
  sleep: 'asleep',
  wake: 'ready',
  delete: 'gone',
} as const;

/** A person's request plans as well, and is told at once. */
function nthOf(step: StepId): number {
  return step === 'plan' ? 2 : 1;
}

function isRemoved({ method, about }: DriverCall, kind: string): boolean {
  return method === 'remove' && about.startsWith(kind);
}

/** What gets better by itself, before the cluster has done what was asked or after. */
const PASSING = MIDDLE.flatMap(([step, of]) =>
  ([409, 429, 500, 'down', 'hang'] as const).flatMap(what =>
    (['before', 'after'] as const)
      // A call that hangs after it was done is the same as one whose answer is lost, and what is read changes nothing.
      .filter(when => when === 'before' || (what !== 'hang' && step !== 'plan'))
      .map(when => ({ step, of, what, when })),
  ),
);

describe('an API server in trouble', () => {
  let target: TestTarget;
  const stops: (() => Promise<void>)[] = [];
  let names = 0;

  beforeAll(async () => {
    target = await embeddedTarget(BASELINE);
  }, 120_000);

  afterAll(async () => {
    await Promise.all(stops.map(stop => stop()));
    await target?.stop();
  }, 60_000);

  /** A process of its own, with one environment that is asked for while a fault holds. */
  async function meet(fault?: Fault) {
    names += 1;
    const name = `trouble-${names}`;
    const database = await createTestStore();
    const process = startProcess({
      store: database.store,
      target,
      baseline: BASELINE.namespace,
      worker: name,
    });
    stops.push(async () => {
      await process.stop();
      await database.stop();
    });
    if (fault) {
      process.driver.fail(fault);
    }
    const { id, namespace } = await process.creator.create(
      specificationOf(name, [{ name: 'frontend' }]),
      `${target.definition.name}/${BASELINE.namespace}`,
      ANN,
    );
    return {
      ...process,
      store: database.store,
      id,
      namespace,
      remove: async () => {
        await process.changer.remove(id, name, ANN);
        await process.reach(id, 'gone');
      },
    };
  }

  // Side by side, since each of them waits for its pods.
  it('gets over what passes, wherever it comes', async () => {
    const stuck = await inTurns(
      PASSING,
      14,
      async ({ step, of, what, when }) => {
        const met = await meet({ nth: nthOf(step), of, what, when });
        try {
          await met.reach(met.id, 'ready');
          await met.remove();
          return [];
        } catch (error) {
          return [`${what} ${when} ${step}: ${String(error)}`];
        }
      },
    );
    expect(stuck).toEqual([]);
  }, 300_000);

  it('stops with the words of the cluster at a refusal, and goes on when asked', async () => {
    const wrong = await inTurns(MIDDLE, 6, async ([step, of]) => {
      const met = await meet({
        nth: nthOf(step),
        of,
        what: 403,
        when: 'before',
      });
      const { problem } = await met.reach(met.id, 'failed');
      if (problem?.step !== step || !problem.resumable || !problem.message) {
        return [`${step}: ${JSON.stringify(problem)}`];
      }
      met.driver.heal();
      await met.changer.retry(met.id, ANN);
      const ready = await met.reach(met.id, 'ready');
      await met.remove();
      return ready.problem ? [`${step}: still ${ready.problem.message}`] : [];
    });
    expect(wrong).toEqual([]);
  }, 120_000);

  /** Does something to one that is ready, and clears it away in the end. */
  async function change(
    met: Awaited<ReturnType<typeof meet>>,
    operation: (typeof LATER)[number][0],
  ) {
    const { name } = (await met.reach(met.id, 'ready', 'asleep')).specification;
    switch (operation) {
      case 'update':
        await met.changer.update(
          met.id,
          { services: [{ name: 'cartservice' }] },
          ANN,
        );
        break;
      case 'delete':
        await met.changer.remove(met.id, name, ANN);
        break;
      default:
        await met.changer.operate(met.id, operation, ANN);
    }
  }

  it('gets over what passes when one that is there is changed', async () => {
    const cases = LATER.flatMap(([operation, step, of]) =>
      ([409, 429, 500, 'down', 'hang'] as const).map(what => ({
        operation,
        step,
        of,
        what,
      })),
    );
    const stuck = await inTurns(cases, 15, async one => {
      const { operation, step, of, what } = one;
      const met = await meet();
      try {
        await met.reach(met.id, 'ready');
        if (operation === 'wake') {
          await change(met, 'sleep');
          await met.reach(met.id, 'asleep');
        }
        met.driver.fail({ nth: 1, of, what, when: 'before' });
        await change(met, operation);
        await met.reach(met.id, REACHED[operation]);
        if (operation !== 'delete') {
          await met.remove();
        }
        // Else it was not met.
        return met.driver.struck === 1 ? [] : [`${what} ${step} was not met`];
      } catch (error) {
        return [`${what} ${operation} ${step}: ${String(error)}`];
      }
    });
    expect(stuck).toEqual([]);
  }, 300_000);

  it('never takes over a namespace of somebody else, and leaves it when it gives up', async () => {
    const foreign = `shop-trouble-${names + 1}`;
    // It comes between the plan and the first step.
    const met = await meet({
      nth: 1,
      of: call => call.method === 'create',
      what: 500,
      when: 'before',
    });
    await target.driver.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: foreign },
    });
    const failed = await met.reach(met.id, 'failed');
    expect(failed.problem!.message).toMatch(
      /is not of this environment|is not taken over/,
    );
    await met.changer.cancel(met.id, ANN);
    await met.reach(met.id, 'gone');
    const left = await target.driver.get({
      group: '',
      version: 'v1',
      kind: 'Namespace',
      name: foreign,
    });
    expect(left!.metadata.deletionTimestamp).toBeUndefined();
  }, 60_000);

  it('stops a creation halfway, and clears it away', async () => {
    const met = await meet({
      nth: 1,
      of: call => call.about.startsWith('Deployment'),
      what: 'hang',
      when: 'before',
    });
    await met.reach(met.id, 'provisioning');
    await met.changer.cancel(met.id, ANN);
    const gone = await met.reach(met.id, 'gone');
    expect(gone.operation).toBe('delete');
    const { namespaces } = await target.driver.sight();
    expect(namespaces).toEqual([]);
  }, 60_000);
});

/** Does so many at the same time. @returns everything that they gave */
async function inTurns<T, R>(
  items: readonly T[],
  atOnce: number,
  each: (item: T) => Promise<readonly R[]>,
): Promise<R[]> {
  const given: R[] = [];
  for (let index = 0; index < items.length; index += atOnce) {
    const turn = items.slice(index, index + atOnce);
    given.push(...(await Promise.all(turn.map(each))).flat());
  }
  return given;
}
