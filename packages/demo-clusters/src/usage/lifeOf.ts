import {
  ANNOTATION_BEHAVIOUR_AFTER,
  ANNOTATION_BEHAVIOUR_AGAIN,
  behaviourOf,
  parseDuration,
} from '../player/behaviours';
import { ContainerSpec, Pod } from '../player/objects';
import { Asked, LifeContainer, LifeRun, PodLife } from './PodLife';

/** A container that is killed for its memory fills it in this time, unless the pod's annotations say. */
const FILLS_IN_MS = 240_000;
/** What passes between the start of a container and its ready check. */
const STARTS_IN_MS = 5_000;

/**
 * The life of a pod as its object tells it now, and what is remembered of it.
 *
 * @param past - runs of its containers that have ended, by the containers' names
 * @param endedAt - when it was deleted, in milliseconds since 1970
 */
export function lifeOf(
  pod: Pod,
  past: ReadonlyMap<string, readonly LifeRun[]> = new Map(),
  endedAt?: number,
): PodLife {
  const { uid = '', name, creationTimestamp, annotations = {} } = pod.metadata;
  const behaviour = behaviourOf(pod.metadata);
  const first = parseDuration(annotations[ANNOTATION_BEHAVIOUR_AFTER]);
  const again = parseDuration(annotations[ANNOTATION_BEHAVIOUR_AGAIN]);
  const fillsIn = {
    first: (first ?? FILLS_IN_MS) + STARTS_IN_MS,
    again: (again ?? first ?? FILLS_IN_MS) + STARTS_IN_MS,
  };
  return {
    uid,
    name,
    createdAt: Date.parse(creationTimestamp ?? ''),
    endedAt: endedAt ?? endOfTask(pod),
    isTask: pod.spec.restartPolicy !== 'Always',
    isNeverReady: behaviour === 'not-ready',
    before: (pod.spec.initContainers ?? []).map(askedOf),
    claims: (pod.spec.volumes ?? []).flatMap(
      ({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? [],
    ),
    containers: pod.spec.containers.map((container, index) =>
      containerOf(
        container,
        runsOf(pod, container.name, past.get(container.name) ?? [], endedAt),
        behaviour === 'out-of-memory' && index === 0 ? fillsIn : undefined,
      ),
    ),
  };
}

/** Runs of a pod that have ended, as its object tells them; of each container at most two. */
export function endedRunsOf(pod: Pod, container: string): LifeRun[] {
  const status = pod.status?.containerStatuses?.find(
    ({ name }) => name === container,
  );
  if (!status) {
    return [];
  }
  const { state, lastState, restartCount } = status;
  // One that waits for its next start has not counted it yet.
  const last = state.waiting ? restartCount : restartCount - 1;
  return [
    ...(lastState.terminated
      ? [{ ...lastState.terminated, run: Math.max(0, last) }]
      : []),
    ...(state.terminated ? [{ ...state.terminated, run: restartCount }] : []),
  ].map(({ run, startedAt, finishedAt, exitCode }) => ({
    run,
    startedAt: Date.parse(startedAt),
    endedAt: Date.parse(finishedAt),
    exitCode,
  }));
}

function containerOf(
  spec: ContainerSpec,
  runs: readonly LifeRun[],
  fillsIn: LifeContainer['fillsIn'],
): LifeContainer {
  const { name, image } = spec;
  const { readinessProbe } = spec as ContainerSpec & {
    readonly readinessProbe?: { readonly httpGet?: unknown };
  };
  return {
    name,
    image,
    asked: askedOf(spec),
    serves: readinessProbe?.httpGet !== undefined,
    fillsIn,
    runs,
  };
}

function askedOf(spec: ContainerSpec): Asked {
  return (spec as { readonly resources?: Asked }).resources ?? {};
}

function runsOf(
  pod: Pod,
  container: string,
  past: readonly LifeRun[],
  endedAt: number | undefined,
): LifeRun[] {
  const status = pod.status?.containerStatuses?.find(
    ({ name }) => name === container,
  );
  const running = status?.state.running;
  const runs = new Map(
    [...past, ...endedRunsOf(pod, container)].map(run => [run.startedAt, run]),
  );
  if (status && running) {
    const startedAt = Date.parse(running.startedAt);
    runs.set(startedAt, { run: status.restartCount, startedAt, endedAt });
  }
  return [...runs.values()].sort((a, b) => a.startedAt - b.startedAt);
}

/** A pod that has done its work stays as an object. */
function endOfTask({ status }: Pod): number | undefined {
  if (status?.phase !== 'Succeeded' && status?.phase !== 'Failed') {
    return undefined;
  }
  const ends = (status.containerStatuses ?? []).map(({ state }) =>
    Date.parse(state.terminated?.finishedAt ?? ''),
  );
  return ends.length > 0 ? Math.max(...ends) : undefined;
}
