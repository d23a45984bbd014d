import { ClusterState } from '@domaindeck/backstage-plugin-workloads-common';
import { FeedState } from './FeedState';
import { MISSES_TO_UNREACHABLE, ProbeState } from './afterProbe';

/** State of a cluster with the reason, in one sentence, when it is not live. */
export interface ClusterJudgement {
  readonly state: ClusterState;
  readonly reason?: string;
}

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
    return { state: 'denied', reason: probe.reason };
  }
  if (probe.kind === 'missing' && probe.misses >= MISSES_TO_UNREACHABLE) {
    return { state: 'unreachable', reason: probe.reason };
  }
  const entries = [...feeds];
  const unauthorized = entries.find(([, feed]) => feed.kind === 'unauthorized');
  if (unauthorized && unauthorized[1].kind === 'unauthorized') {
    return { state: 'denied', reason: unauthorized[1].reason };
  }
  if (
    entries.length > 0 &&
    entries.every(([, feed]) => feed.kind === 'denied')
  ) {
    return {
      state: 'denied',
      reason: 'our credential may read none of the kinds that are shown here',
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
      };
    }
  }
  if (entries.some(([, feed]) => feed.kind === 'waiting')) {
    const reason = probe.kind === 'missing' ? probe.reason : 'first reading';
    return { state: 'connecting', reason };
  }
  if (probe.kind === 'answering' && probe.reason) {
    return { state: 'stale', reason: probe.reason };
  }
  return { state: 'live' };
}
