import {
  ANNOTATION_LOG_RATE,
  Behaviour,
  behaviourOf,
} from '../player/behaviours';
import { ContainerState, Pod } from '../player/objects';

/** One life of a container, from a start to the end that follows it. */
export interface ContainerRun {
  readonly podUid: string;
  readonly pod: string;
  readonly namespace: string;
  readonly container: string;
  readonly image: string;
  /** 0 for the first. */
  readonly run: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Undefined while it runs. */
  readonly endedAt?: number;
  readonly exitCode?: number;
  readonly behaviour: Behaviour;
  /** Lines a second, where the pod's annotation says. */
  readonly rate?: number;
}

/** A run, or why there is no log, in the words of a kubelet. */
export type FoundRun =
  | { readonly found: true; readonly run: ContainerRun }
  | { readonly found: false; readonly message: string };

/** What a kubelet says instead of some reasons. */
const WAITING: Readonly<Record<string, string>> = {
  ErrImagePull: "image can't be pulled",
  ImagePullBackOff: 'trying and failing to pull image',
};

/** The run whose log a kubelet gives: of a container that waits, the one that ended last. */
export function findRun(
  pod: Pod,
  container: string,
  previous: boolean,
): FoundRun {
  const status = [
    ...(pod.status.containerStatuses ?? []),
    ...(pod.status.initContainerStatuses ?? []),
  ].find(({ name }) => name === container);
  const where = `container "${container}" in pod "${pod.metadata.name}"`;
  if (!status) {
    return { found: false, message: `${where} is not available` };
  }
  const { state, lastState, restartCount } = status;
  if (previous) {
    // One that waits for its next start has not counted it yet.
    const run = state.waiting ? restartCount : restartCount - 1;
    return lastState.terminated
      ? found(pod, container, lastState, run)
      : {
          found: false,
          message: `previous terminated ${where} not found`,
        };
  }
  if (state.running || state.terminated) {
    return found(pod, container, state, restartCount);
  }
  if (lastState.terminated) {
    return found(pod, container, lastState, restartCount);
  }
  const reason = state.waiting?.reason ?? 'ContainerCreating';
  const why = WAITING[reason] ?? reason;
  return { found: false, message: `${where} is waiting to start: ${why}` };
}

function found(
  pod: Pod,
  container: string,
  state: ContainerState,
  run: number,
): FoundRun {
  const { uid = '', name, namespace = '', annotations } = pod.metadata;
  const spec = [
    ...pod.spec.containers,
    ...(pod.spec.initContainers ?? []),
  ].find(candidate => candidate.name === container);
  const { running, terminated } = state;
  const rate = Number(annotations?.[ANNOTATION_LOG_RATE]);
  return {
    found: true,
    run: {
      podUid: uid,
      pod: name,
      namespace,
      container,
      image: spec?.image ?? '',
      run,
      startedAt: Date.parse(
        running?.startedAt ?? terminated?.startedAt ?? '1970-01-01T00:00:00Z',
      ),
      endedAt: terminated && Date.parse(terminated.finishedAt),
      exitCode: terminated?.exitCode,
      behaviour: behaviourOf(pod.metadata),
      rate: rate > 0 ? rate : undefined,
    },
  };
}
