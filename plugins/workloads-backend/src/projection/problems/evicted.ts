import { PodRow } from '../rows';
import { PodRule } from './types';

const REASONS: ReadonlySet<string | undefined> = new Set([
  'Evicted',
  'Preempting',
  'NodeShutdown',
  'Terminated',
]);

/** The pods that were thrown out stay as remains for days; after an hour they are history. */
const NEWS_MS = 60 * 60_000;

/** The node threw the pod out, to save itself or to shut down. */
export const evicted: PodRule = ({ pod, now }) => {
  if (pod.phase !== 'Failed' || !REASONS.has(pod.reason)) {
    return undefined;
  }
  const since = endOf(pod);
  if (since !== undefined && now - Date.parse(since) > NEWS_MS) {
    return undefined;
  }
  const resource = /low on resource: ([\w.-]*\w)/.exec(pod.message ?? '')?.[1];
  return {
    code: 'evicted',
    failing: false,
    since,
    detail: pod.message,
    facts: {
      cause: pod.reason === 'Evicted' ? 'pressure' : 'shutdown',
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
