import {
  ANNOTATION_BEFORE_SLEEP,
  ServiceStatus,
  StepService,
} from '@domaindeck/backstage-plugin-environments-common';
import { Manifest } from '../../clone';
import { sleepChange, wakeChange } from '../../lifecycle';
import { KubernetesObject, objectRef } from '../../objects';
import { StoppedError } from '../errors';
import { StepOutcome, StepRunner, Work } from '../types';
import { applyManifests, manifestsOf } from './applyManifests';
import { observeServices, ObservedService } from './observeServices';

/** Milliseconds between two looks at pods that start. */
const LOOK_MS = 1_000;
/** For how long a service may fail before the work stops and asks a person. */
const FAILING_MS = 90_000;
/** The longest that a start may take. */
const START_MS = 15 * 60_000;

/** Applies the workloads, or wakes them, and waits until they run. */
export const startStep: StepRunner = async work => {
  await work.guard();
  return work.environment.operation === 'wake' ? wake(work) : start(work);
};

async function start(work: Work): Promise<StepOutcome> {
  const manifests = manifestsOf(work, 'start');
  const asleep = work.environment.asleepSince !== undefined;
  const applied = new Map(work.step.objects.map(one => [keyOf(one), one.hash]));
  const stale = manifests.filter(
    one => applied.get(keyOf(objectRef(one.object))) !== one.hash,
  );
  const before = asleep ? await sleepers(work, stale) : new Map();
  const { objects } = await applyManifests(work, stale, object =>
    asleep ? asSleeper(object, before.get(object.metadata.name)) : object,
  );
  const all = [
    ...work.step.objects.filter(one =>
      manifests.some(({ object, hash }) => {
        const same = keyOf(objectRef(object)) === keyOf(one);
        return same && hash === one.hash;
      }),
    ),
    ...objects,
  ];
  const outcome = asleep
    ? ({ state: 'done' } as const)
    : await waitFor(work, manifests);
  return { ...outcome, objects: all };
}

/** What sleeping workloads were before, so that a change of them overwrites nothing of it. */
async function sleepers(
  work: Work,
  manifests: readonly Manifest[],
): Promise<Map<string, string>> {
  const found = await Promise.all(
    manifests.map(async ({ object }) => {
      const live = await work.driver.get(
        { ...objectRef(object), namespace: object.metadata.namespace },
        work.signal,
      );
      const stored = live?.metadata.annotations?.[ANNOTATION_BEFORE_SLEEP];
      return stored === undefined
        ? []
        : [[object.metadata.name, stored] as const];
    }),
  );
  return new Map(found.flat());
}

function asSleeper(
  object: KubernetesObject,
  stored: string | undefined,
): KubernetesObject {
  const change = sleepChange(object);
  const own = change?.annotations[ANNOTATION_BEFORE_SLEEP];
  return {
    ...object,
    metadata: {
      ...object.metadata,
      annotations: {
        ...object.metadata.annotations,
        [ANNOTATION_BEFORE_SLEEP]: stored ?? own ?? '{}',
      },
    },
    spec: { ...object.spec, ...change?.spec },
  };
}

/** Wakes wave after wave: what is called runs before its callers. */
async function wake(work: Work): Promise<StepOutcome> {
  const manifests = manifestsOf(work, 'start');
  const waves = work.material?.waves ?? [];
  const ordered = [
    ...waves.map(wave =>
      manifests.filter(one => wave.includes(one.object.metadata.name)),
    ),
    manifests.filter(
      one => !waves.some(wave => wave.includes(one.object.metadata.name)),
    ),
  ];
  for (const wave of ordered) {
    for (const { object } of wave) {
      await wakeOne(work, object);
    }
    const outcome = await waitFor(work, wave);
    if (outcome.state === 'wait') {
      return outcome;
    }
  }
  return waitFor(work, manifests);
}

async function wakeOne(work: Work, object: KubernetesObject): Promise<void> {
  const place = {
    ...objectRef(object),
    namespace: object.metadata.namespace,
  };
  const live = await work.driver.get(place, work.signal);
  const change = live && wakeChange(live);
  if (change) {
    await work.driver.patchWorkload(place, change, work.signal);
  }
}

/** Looks at the services and says whether they run, what is waited for, or that it is no use. */
async function waitFor(
  work: Work,
  manifests: readonly Manifest[],
): Promise<StepOutcome> {
  const observed = await observeServices(work, manifests);
  const services = observed.map(one => stepServiceOf(work, one));
  const told = {
    services,
    parts: {
      services: observed.map(one => one.name),
      ready: observed.filter(one => isThere(one)).length,
      of: observed.length,
    },
    fields: { seen: { ...work.environment.seen, ...seenOf(work, observed) } },
  };
  const waiting = services.filter((_, index) => !isThere(observed[index]));
  if (waiting.length === 0) {
    return { state: 'done', ...told };
  }
  stopIfHopeless(work, waiting);
  return {
    state: 'wait',
    afterMs: LOOK_MS,
    reason: waiting[0].reason,
    ...told,
  };
}

function isThere(service: ObservedService): boolean {
  return service.health === 'healthy' || service.health === 'suspended';
}

/**
 * Since when it fails, or waits for the same, is carried from look to look: pods that crash again and again tell only of
 * the last time.
 */
function stepServiceOf(work: Work, service: ObservedService): StepService {
  const last = work.step.services?.find(one => one.name === service.name);
  const now = new Date(work.now()).toISOString();
  const isSame =
    (service.health === 'failed' && last?.health === 'failed') ||
    service.reason?.code === last?.reason?.code;
  const since = (isSame ? last?.reason?.since : undefined) ?? now;
  const startedAt = Date.parse(work.step.startedAt ?? now);
  return {
    name: service.name,
    health: service.health,
    ...(service.paused ? { paused: true } : {}),
    ...(service.reason ? { reason: { ...service.reason, since } } : {}),
    // How long it took is told once it is there; until then the page counts.
    ...(isThere(service)
      ? {
          seconds: last?.seconds ?? Math.round((work.now() - startedAt) / 1000),
        }
      : {}),
  };
}

function stopIfHopeless(work: Work, waiting: readonly StepService[]): void {
  const now = work.now();
  const failing = waiting.find(
    one =>
      one.health === 'failed' &&
      now - Date.parse(one.reason?.since ?? '') >= FAILING_MS,
  );
  const late =
    now - Date.parse(work.step.startedAt ?? '') >= START_MS
      ? waiting[0]
      : undefined;
  const stopped = failing ?? late;
  if (stopped) {
    throw new StoppedError(
      stopped.reason ?? { code: 'waiting', message: 'It does not get ready.' },
      stopped.name,
    );
  }
}

function seenOf(work: Work, observed: readonly ObservedService[]) {
  const byName = new Map(observed.map(one => [one.name, one]));
  return {
    asOf: new Date(work.now()).toISOString(),
    services: work.environment.seen.services.map((service): ServiceStatus => {
      const look = service.own ? byName.get(service.name) : undefined;
      if (!look) {
        return service;
      }
      const { reason: _former, ...rest } = service;
      return {
        ...rest,
        health: look.health,
        ready: look.ready,
        replicas: look.desired,
        ...(look.reason ? { reason: look.reason } : {}),
      };
    }),
  };
}

function keyOf(ref: { group: string; kind: string; name: string }): string {
  return `${ref.group}/${ref.kind}/${ref.name}`;
}
