import { PodRow } from '../rows';
import { PodRule, Trouble } from './types';
import { isRecent } from './warnings';

/** Why a kubelet ended a pod or would not take it, by the reason on the pod. */
const CAUSES: Readonly<Record<string, string>> = {
  Evicted: 'pressure',
  NodeShutdown: 'shutdown',
  Terminated: 'shutdown',
  Shutdown: 'shutdown',
  Preempting: 'preempted',
};

/** The scheduler may be behind: a node that is full after all says `OutOfcpu`, `OutOfmemory`, `OutOfpods`. */
const FULL = /^OutOf(\S+)$/;

/** Of its containers together, of one of them, or of a volume that lives in the node's memory or on its disk. */
const OWN_DISK =
  /usage exceeds the total limit|exceeded its local ephemeral storage limit|usage of EmptyDir volume/i;

/** The pods that were thrown out stay as remains for days; after an hour they are history. */
const NEWS_MS = 60 * 60_000;

/** The node threw the pod out, to save itself or to shut down, or did not take it at all. */
export const evicted: PodRule = ({ pod, now, isAlone }) => {
  if (!wasThrownOut(pod)) {
    return undefined;
  }
  const [, full] = FULL.exec(pod.reason ?? '') ?? [];
  const cause = full ? 'full' : causeOf(pod);
  const since = endOf(pod);
  if (!isAlone && since !== undefined && now - Date.parse(since) > NEWS_MS) {
    return undefined;
  }
  const resource =
    full ?? /low on resource: ([\w.-]*\w)/.exec(pod.message ?? '')?.[1];
  return {
    code: 'evicted',
    // Others are put in its place where there is a controller.
    failing: isAlone,
    since,
    detail: pod.message,
    facts: {
      cause,
      ...(resource && { resource }),
      ...(pod.node && { node: pod.node }),
    },
  };
};

/**
 * Whether nodes turn away whatever is put in the place of a pod that they turned away; alone each of the pods is one
 * that others take the place of.
 */
export function isTurnedAway(
  troubles: readonly Trouble[],
  now: number,
): boolean {
  return (
    troubles.length > 2 &&
    troubles.some(({ since }) => isRecent(since, now)) &&
    troubles.every(
      ({ code, facts }) =>
        code === 'evicted' &&
        (facts.cause === 'refused' || facts.cause === 'full'),
    )
  );
}

/**
 * Whether a node ended the pod for its own reasons, or did not take it. A kubelet has many reasons for the latter, and
 * newer ones have more; none of them lets a container begin.
 */
export function wasThrownOut(pod: PodRow): boolean {
  const { phase, reason, containers } = pod;
  return (
    phase === 'Failed' &&
    reason !== undefined &&
    reason !== 'DeadlineExceeded' &&
    (Object.hasOwn(CAUSES, reason) ||
      containers.every(({ state }) => state === 'waiting'))
  );
}

function causeOf({ reason = '', message = '' }: PodRow): string {
  return reason === 'Evicted' && OWN_DISK.test(message)
    ? 'disk'
    : CAUSES[reason] ?? 'refused';
}

/** When the pod ended, as far as it tells. */
export function endOf(pod: PodRow): string | undefined {
  const times = [
    ...pod.containers.map(({ endedAt }) => endedAt),
    ...pod.conditions.map(({ since }) => since),
    pod.startedAt ?? pod.createdAt,
  ].flatMap(time => (time ? [Date.parse(time)] : []));
  return times.length ? new Date(Math.max(...times)).toISOString() : undefined;
}
