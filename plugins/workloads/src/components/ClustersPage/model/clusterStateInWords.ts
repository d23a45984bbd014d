import { Cluster } from '@domaindeck/backstage-plugin-workloads-common';
import { MarkKind } from '@domaindeck/backstage-plugin-workloads-react';
import { Phrase } from '../../../translation/Phrase';
import { notReady } from './orderClusters';

/** The state of a cluster as the table shows it. */
export interface ClusterStateInWords {
  readonly mark: MarkKind;
  readonly phrase: Phrase;
  /** Why, and what happens next. */
  readonly why: readonly Phrase[];
}

/** Says the state of a cluster and why it is so. */
export function clusterStateInWords(cluster: Cluster): ClusterStateInWords {
  const { state, asOf } = cluster;
  switch (state) {
    case 'unreachable':
      return {
        mark: 'silent',
        phrase: asOf
          ? {
              key: 'clusters.state.silentSince',
              params: { time: { clock: asOf } },
            }
          : { key: 'clusters.state.silent' },
        why: [...reason(cluster), ...seen(cluster, false), ...tried(cluster)],
      };
    case 'denied':
      return {
        mark: 'denied',
        phrase: { key: 'clusters.state.denied' },
        why: [...reason(cluster), ...seen(cluster, true), ...tried(cluster)],
      };
    case 'connecting':
      return {
        mark: 'progressing',
        phrase: { key: 'clusters.state.connecting' },
        why: [...reason(cluster), ...seen(cluster, true), ...tried(cluster)],
      };
    case 'stale':
      return {
        mark: 'progressing',
        phrase: { key: 'clusters.state.stale' },
        why: [...reason(cluster), ...nodes(cluster)],
      };
    default:
      return {
        mark: notReady(cluster) > 0 ? 'degraded' : 'healthy',
        phrase: { key: 'clusters.state.live' },
        why: [...reason(cluster), ...nodes(cluster)],
      };
  }
}

function reason(cluster: Cluster): Phrase[] {
  const { reason: message, cause } = cluster;
  return message ? [{ message, cause }] : [];
}

/** "Silent since" says the time already; only that there never was one is news. */
function seen(cluster: Cluster, withTime: boolean): Phrase[] {
  if (!cluster.asOf) {
    return [{ key: 'clusters.state.neverSeen' }];
  }
  return withTime
    ? [
        {
          key: 'clusters.state.lastSeen',
          params: { time: { clock: cluster.asOf } },
        },
      ]
    : [];
}

function tried(cluster: Cluster): Phrase[] {
  return cluster.retryAt
    ? [
        {
          key: 'clusters.state.nextTry',
          params: { time: { clock: cluster.retryAt } },
        },
      ]
    : [];
}

function nodes(cluster: Cluster): Phrase[] {
  const count = notReady(cluster);
  return count > 0
    ? [{ key: 'clusters.state.nodesNotReady', params: { count } }]
    : [];
}
