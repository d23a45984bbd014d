import { WaitReason } from '@domaindeck/backstage-plugin-environments-common';
import { at, isObject, Json, KubernetesObject } from '../objects';

/** The most telling first. */
const ORDER: readonly WaitReason['code'][] = [
  'image-missing',
  'crashing',
  'missing-config',
  'quota',
  'refused',
  'no-room',
  'pulling',
  'starting',
  'waiting',
];

const WAITING: Readonly<Record<string, WaitReason['code']>> = {
  ImagePullBackOff: 'image-missing',
  ErrImagePull: 'image-missing',
  InvalidImageName: 'image-missing',
  ErrImageNeverPull: 'image-missing',
  CrashLoopBackOff: 'crashing',
  RunContainerError: 'crashing',
  CreateContainerConfigError: 'missing-config',
  CreateContainerError: 'missing-config',
  ContainerCreating: 'pulling',
  PodInitializing: 'starting',
};

/**
 * Why pods are not ready, the most telling reason first and each once.
 *
 * @param events - events of the pods and of those that make them, in any order
 */
export function explainPods(
  pods: readonly KubernetesObject[],
  events: readonly KubernetesObject[] = [],
): WaitReason[] {
  const reasons = [
    ...pods.flatMap(pod => explainPod(pod, events)),
    ...(pods.length === 0 ? refusedByEvents(events) : []),
  ];
  const seen = new Set<string>();
  return reasons
    .filter(reason => {
      const id = `${reason.code} ${reason.message}`;
      return !seen.has(id) && seen.add(id);
    })
    .sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
}

function explainPod(
  pod: KubernetesObject,
  events: readonly KubernetesObject[],
): WaitReason[] {
  const unscheduled = listOf(at(pod, 'status', 'conditions')).find(
    one =>
      at(one, 'type') === 'PodScheduled' &&
      at(one, 'status') === 'False' &&
      at(one, 'reason') === 'Unschedulable',
  );
  if (unscheduled) {
    return [
      reasonOf(
        'no-room',
        textOf(at(unscheduled, 'message')),
        at(unscheduled, 'lastTransitionTime'),
      ),
    ];
  }
  const statuses = [
    ...listOf(at(pod, 'status', 'initContainerStatuses')),
    ...listOf(at(pod, 'status', 'containerStatuses')),
  ];
  const found = statuses.flatMap(status => explainContainer(status));
  // The container only says that it is being made; why it takes long stands in an event.
  return found.map(reason =>
    reason.code === 'pulling' ? mountTrouble(pod, events) ?? reason : reason,
  );
}

function explainContainer(status: Json): WaitReason[] {
  const name = textOf(at(status, 'name'));
  const waiting = at(status, 'state', 'waiting');
  if (isObject(waiting)) {
    const word = textOf(waiting.reason);
    const last = at(status, 'lastState', 'terminated');
    const code = WAITING[word] ?? 'waiting';
    const ended =
      code === 'crashing' && isObject(last)
        ? `${name} ended with ${
            textOf(last.reason) || 'an error'
          } (exit code ${textOf(last.exitCode)})`
        : undefined;
    return [
      reasonOf(
        code,
        ended ?? (textOf(waiting.message) || `${name}: ${word}`),
        isObject(last) ? last.finishedAt : undefined,
      ),
    ];
  }
  const ended = at(status, 'state', 'terminated');
  if (isObject(ended) && ended.exitCode !== 0) {
    return [
      reasonOf(
        'crashing',
        `${name} ended with ${
          textOf(ended.reason) || 'an error'
        } (exit code ${textOf(ended.exitCode)})`,
        ended.finishedAt,
      ),
    ];
  }
  const running = at(status, 'state', 'running');
  return isObject(running) && at(status, 'ready') !== true
    ? [
        reasonOf(
          'starting',
          `${name} is started and not answering yet`,
          running.startedAt,
        ),
      ]
    : [];
}

/** A volume that cannot be mounted is only told by an event. */
function mountTrouble(
  pod: KubernetesObject,
  events: readonly KubernetesObject[],
): WaitReason | undefined {
  const event = events.find(
    one =>
      at(one, 'involvedObject', 'uid') === pod.metadata.uid &&
      ['FailedMount', 'FailedAttachVolume', 'FailedCreatePodSandBox'].includes(
        textOf(at(one, 'reason')),
      ),
  );
  return (
    event &&
    reasonOf(
      'missing-config',
      textOf(at(event, 'message')),
      at(event, 'lastTimestamp'),
    )
  );
}

/** Without any pod the reason is what its maker met: a quota, an admission policy. */
function refusedByEvents(events: readonly KubernetesObject[]): WaitReason[] {
  return events
    .filter(event => at(event, 'reason') === 'FailedCreate')
    .map(event => {
      const message = textOf(at(event, 'message'));
      return reasonOf(
        /exceeded quota/.test(message) ? 'quota' : 'refused',
        message,
        at(event, 'lastTimestamp'),
      );
    });
}

function reasonOf(
  code: WaitReason['code'],
  message: string,
  since: Json | undefined,
): WaitReason {
  return {
    code,
    message,
    ...(typeof since === 'string' ? { since } : {}),
  };
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: Json | undefined): string {
  return value === undefined || value === null ? '' : String(value);
}
