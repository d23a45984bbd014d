import {
  Cause,
  ClusterState,
} from '@domaindeck/backstage-plugin-workloads-common';
import { FeedState } from './FeedState';
import { REFUSED_CREDENTIAL } from './REFUSED_CREDENTIAL';
import { MISSES_TO_UNREACHABLE, ProbeState } from './afterProbe';

/** State of a cluster with the reason, in one sentence, when it is not live. */
export interface ClusterJudgement {
  readonly state: ClusterState;
  readonly reason?: string;
  /** What the reason says, for texts in other languages. */
  readonly cause?: Cause;
}

/** Without one of these what is shown of a cluster is not all; events, nodes and autoscalers only add to it. */
const SHOWN = new Set([
  'namespaces',
  'pods',
  'deployments',
  'replicasets',
  'statefulsets',
  'daemonsets',
  'jobs',
  'cronjobs',
]);

/**
 * Sums up what the probes and the watches of a cluster found.
 *
 * @param feeds - by the resource's name
 */
export function judgeCluster(
  probe: ProbeState,
  feeds: ReadonlyMap<string, FeedState>,
): ClusterJudgement {
  if (probe.kind === 'refused') {
    return { state: 'denied', reason: probe.reason, cause: probe.cause };
  }
  if (probe.kind === 'missing' && probe.misses >= MISSES_TO_UNREACHABLE) {
    return { state: 'unreachable', reason: probe.reason, cause: probe.cause };
  }
  const entries = [...feeds];
  const unauthorized = entries.find(([, feed]) => feed.kind === 'unauthorized');
  if (unauthorized && unauthorized[1].kind === 'unauthorized') {
    const { reason } = unauthorized[1];
    // A watch also ends here when there was no credential to send; that has other words, which the next probe codes.
    return reason === REFUSED_CREDENTIAL
      ? { state: 'denied', reason, cause: { code: 'credential.refused' } }
      : { state: 'denied', reason };
  }
  if (
    entries.length > 0 &&
    entries.every(([, feed]) => feed.kind === 'denied')
  ) {
    return {
      state: 'denied',
      reason: 'our credential may read none of the kinds that are shown here',
      cause: { code: 'rights.none' },
    };
  }
  for (const [resource, feed] of entries) {
    if (
      feed.kind === 'behind' ||
      (feed.kind === 'waiting' && feed.reason && probe.kind === 'answering')
    ) {
      return {
        state: 'stale',
        reason: `${resource} may be out of date: ${feed.reason}`,
        cause: { code: 'cluster.behind', params: { resource } },
      };
    }
  }
  if (entries.some(([, feed]) => feed.kind === 'waiting')) {
    return probe.kind === 'missing'
      ? { state: 'connecting', reason: probe.reason, cause: probe.cause }
      : {
          state: 'connecting',
          reason: 'first reading',
          cause: { code: 'cluster.firstReading' },
        };
  }
  const lacking = entries
    .filter(([resource, feed]) => feed.kind === 'denied' && SHOWN.has(resource))
    .map(([resource]) => resource)
    .join(', ');
  if (lacking !== '') {
    return {
      state: 'stale',
      reason: `our credential may not read ${lacking}, which are missing here`,
      cause: { code: 'rights.some', params: { resources: lacking } },
    };
  }
  if (probe.kind === 'answering' && probe.reason) {
    return { state: 'stale', reason: probe.reason, cause: probe.cause };
  }
  return { state: 'live' };
}
