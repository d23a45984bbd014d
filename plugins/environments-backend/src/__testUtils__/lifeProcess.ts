import { mockServices } from '@backstage/backend-test-utils';
import { LABEL_COPYABLE } from '@domaindeck/backstage-plugin-environments-common';
import { DriverError } from '../drivers';
import { KubernetesObject } from '../objects';
import { createTestStore } from '../store/__testUtils__/createTestStore';
import { connectDriver } from '../tests/__testUtils__/connectDriver';
import {
  EnvironmentsProcess,
  specificationOf,
  startProcess,
} from '../tests/__testUtils__/EnvironmentsProcess';
import { TestTarget } from '../tests/__testUtils__/TestTarget';
import { largeBaseline } from './largeBaseline';

/** Where to work, and how large the baseline is. */
interface OpenCall {
  readonly name: string;
  readonly url: string;
  readonly token: string;
  readonly ca?: string;
  readonly services: number;
}

const BASELINE = 'shop';
const ASKER = { ref: 'user:default/ann' };
const LIMIT_MS = 120_000;
/** For the drift of a hundred environments to be counted for the first time. */
const SETTLED_MS = 480_000;

let target: TestTarget;
let store: Awaited<ReturnType<typeof createTestStore>>['store'];
let work: EnvironmentsProcess;
let isWatching = false;
/** When each call that writes came back, by what it was about. Milliseconds of this process. */
const written: { readonly at: number; readonly about: string }[] = [];

/** Fills a cluster with a baseline and starts to work on it. */
async function open(call: OpenCall): Promise<void> {
  const { connection, driver } = connectDriver(call, call.token, {
    tier: 'development',
  });
  target = {
    definition: connection.cluster,
    driver,
    stop: () => connection.close(),
  };
  await driver.create({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: BASELINE },
  });
  await inTurns(largeBaseline(call.services).baseline.objects, async object => {
    await (object.kind === 'Secret'
      ? driver.putSecret(copyable(object), { PASSWORD: 'x' })
      : driver.apply(object));
  });
  ({ store } = await createTestStore());
  work = startProcess({
    store,
    target,
    baseline: BASELINE,
    worker: 'bench',
    reachMs: LIMIT_MS,
    logger: mockServices.rootLogger({ level: 'error' }),
    asInProduction: true,
  });
  timeWrites();
}

/** So that nobody has to give its value. */
function copyable({ data: _none, ...secret }: KubernetesObject) {
  const labels = { ...secret.metadata.labels, [LABEL_COPYABLE]: 'true' };
  return { ...secret, metadata: { ...secret.metadata, labels } };
}

/** Notes when objects of environments have been applied. */
function timeWrites(): void {
  const apply = target.driver.apply.bind(target.driver);
  target.driver.apply = async (object, options) => {
    const applied = await apply(object, options);
    if (!options?.dryRun) {
      const { name, namespace } = object.metadata;
      const about = `${namespace}/${object.kind}/${name}`;
      written.push({ at: performance.now(), about });
    }
    return applied;
  };
}

/** Makes environments of a few services, all at the same time. @returns their ids, and how long each took */
async function create(call: { count: number; chosen: number; first: number }) {
  const numbers = Array.from(
    { length: call.count },
    (_, index) => call.first + index,
  );
  return Promise.all(
    numbers.map(async number => {
      const begun = performance.now();
      const { id, namespace } = await work.creator.create(
        specificationOf(
          `env-${number}`,
          Array.from({ length: call.chosen }, (_, index) => ({
            name: `service-${(number * call.chosen + index) % 60}`,
          })),
        ),
        `${target.definition.name}/${BASELINE}`,
        ASKER,
      );
      await work.reach(id, 'ready');
      const readyMs = performance.now() - begun;
      const { desired } = (await store.material(id))!;
      const own = written.filter(one => one.about.startsWith(`${namespace}/`));
      const workloads = desired
        .filter(one => one.step === 'start')
        .map(
          ({ object }) => `${namespace}/${object.kind}/${object.metadata.name}`,
        );
      const startedAt = Math.max(
        ...own.filter(one => workloads.includes(one.about)).map(one => one.at),
      );
      const steps = await store.steps(id);
      const after = steps
        .filter(one => ['open', 'list'].includes(one.step))
        .map(one => Date.parse(one.endedAt!) - Date.parse(one.startedAt!));
      return {
        id,
        namespace,
        objects: desired.length,
        readyMs,
        // Everything but the time in which pods start.
        appliedMs: startedAt - begun + after.reduce((sum, one) => sum + one, 0),
      };
    }),
  );
}

/** Applies the same objects one after another and without any work around it, as a command line would. */
async function applyAgain(call: { id: string; namespace: string }) {
  const { desired } = (await store.material(call.id))!;
  const begun = performance.now();
  for (const { object } of desired) {
    const { namespace, ...metadata } = object.metadata;
    const isNamespace = object.kind === 'Namespace';
    await target.driver.apply({
      ...object,
      metadata: {
        ...metadata,
        // Nobody takes it for an environment.
        labels: undefined,
        ...(isNamespace
          ? { name: call.namespace }
          : { namespace: call.namespace }),
      },
    });
  }
  return performance.now() - begun;
}

/** Lets everything work that works in production, and does nothing. */
async function idle(call: { seconds: number }) {
  if (!isWatching) {
    isWatching = true;
    work.observer.start();
    work.drifts.start();
  }
  // Drift is counted once after a creation.
  await until(async () => {
    const { items } = await store.list({ limit: 500 });
    return items.every(one => one.seen.driftPrint !== undefined);
  }, SETTLED_MS);
  work.driver.calls.length = 0;
  const cpu = process.cpuUsage();
  const begun = performance.now();
  await pause(call.seconds * 1_000);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - begun) / 1_000;
  return { cores: (user + system) / 1e6 / seconds };
}

/** Bytes of JavaScript's heap after a collection. */
function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Deletes environments. @returns milliseconds from the moment at which each namespace was gone to an empty cluster and record */
async function remove(call: { ids: readonly string[] }): Promise<number[]> {
  return Promise.all(
    call.ids.map(async id => {
      const { name, namespace } = (await store.find(id))!;
      await work.changer.remove(id, name, ASKER);
      const place = {
        group: '',
        version: 'v1',
        kind: 'Namespace',
        name: namespace,
      };
      await until(async () => !(await target.driver.get(place)));
      const gone = performance.now();
      await work.reach(id, 'gone');
      await until(async () => {
        const { namespaces, workloads } = await target.driver.sight();
        const left = [
          ...namespaces,
          ...workloads,
          ...(await target.driver.clones()),
        ];
        return !left.some(one =>
          [one.metadata.name, one.metadata.namespace].includes(namespace),
        );
      });
      return performance.now() - gone;
    }),
  );
}

async function until(
  holds: () => Promise<boolean>,
  limitMs = LIMIT_MS,
): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > end) {
      throw new DriverError({ message: 'It does not come to that' });
    }
    await pause(100);
  }
}

async function inTurns<T>(
  items: readonly T[],
  act: (item: T) => Promise<void>,
): Promise<void> {
  for (let index = 0; index < items.length; index += 10) {
    await Promise.all(items.slice(index, index + 10).map(act));
  }
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}

async function close(): Promise<void> {
  await Promise.all([work.stop(), work.observer.stop(), work.drifts.stop()]);
  await target.stop();
}

const CALLS = { open, create, applyAgain, idle, heap, remove, close };

process.on(
  'message',
  async (call: { id: number; name: keyof typeof CALLS; argument: never }) => {
    try {
      const value = await CALLS[call.name](call.argument);
      process.send?.({ id: call.id, value });
    } catch (error) {
      process.send?.({ id: call.id, error: String((error as Error).stack) });
    }
  },
);
process.on('disconnect', () => process.exit());
