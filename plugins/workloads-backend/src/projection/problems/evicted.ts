import { PodRow } from '../rows';
import { PodRule } from './types';

/** Why a kubelet ended a pod or would not take it, by the reason on the pod. */
const CAUSES: Readonly<Record<string, string>> = {
  Evicted: 'pressure',
  NodeShutdown: 'shutdown',
  Terminated: 'shutdown',
  Shutdown: 'shutdown',
  Preempting: 'preempted',
  NodeAffinity: 'refused',
  NodePorts: 'refused',
  UnexpectedAdmissionError: 'refused',
};

/** The scheduler may be behind: a node that is full after all says `OutOfcpu`, `OutOfmemory`, `OutOfpods`. */
const FULL = /^OutOf(\S+)$/;

/** The pods that were thrown out stay as remains for days; after an hour they are history. */
const NEWS_MS = 60 * 60_000;

/** The node threw the pod out, to save itself or to shut down, or did not take it at all. */
export const evicted: PodRule = ({ pod, now, isAlone }) => {
  const [, full] = FULL.exec(pod.reason ?? '') ?? [];
  const cause = full ? 'full' : CAUSES[pod.reason ?? ''];
  if (pod.phase !== 'Failed' || cause === undefined) {
    return undefined;
  }
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

function endOf(pod: PodRow): string | undefined {
  const times = [
    ...pod.containers.map(({ endedAt }) => endedAt),
    ...pod.conditions.map(({ since }) => since),
    pod.startedAt,
  ].flatMap(time => (time ? [Date.parse(time)] : []));
  return times.length ? new Date(Math.max(...times)).toISOString() : undefined;
}
