import {
  ClusterStatus,
  Health,
  Release,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Phrase } from '../../../translation/Phrase';
import { precedingRelease } from './precedingRelease';

/** What the panel says first. */
export interface Summary {
  readonly health: Health;
  /** The one sentence. */
  readonly head: Phrase;
  /** Facts that go with it: since when, after which release, who still answers. */
  readonly more: readonly Phrase[];
  /** What to do next about the first problem. */
  readonly next?: Phrase;
  /** Further problems, worst first. */
  readonly also: readonly Phrase[];
  /** The cluster's own message on the first problem, word for word. */
  readonly clusterSays?: string;
}

/**
 * Says how a workload fares: problems first, in words; a silent cluster before everything, since then all of it is only
 * the last known.
 */
export function summaryOf(options: {
  readonly workload: Workload;
  readonly releases: readonly Release[];
  readonly cluster?: ClusterStatus;
}): Summary {
  const { workload, releases, cluster } = options;
  const problems = workload.problems.map((problem): Phrase => ({ problem }));
  const clusterSays = workload.problems[0]?.detail;
  if (cluster && !isCurrent(cluster)) {
    return {
      health: 'unknown',
      head: lastKnown(cluster),
      more: silence(cluster),
      also: problems,
      clusterSays,
    };
  }
  const [first] = workload.problems;
  // A full autoscaler, or a pod that another took the place of, is a problem of a workload that is well.
  if (first && workload.health !== 'healthy') {
    return {
      health: workload.health,
      head: problems[0],
      next: { step: first },
      more: [
        ...sinceOf(workload, releases),
        ...restartsOf(workload),
        ...answering(workload),
      ],
      also: problems.slice(1),
      clusterSays,
    };
  }
  return {
    health: workload.health,
    head: stateOf(workload),
    more: runsOf(workload),
    next: first && { step: first },
    also: problems,
    clusterSays,
  };
}

function isCurrent(cluster: ClusterStatus): boolean {
  return cluster.state === 'live' || cluster.state === 'stale';
}

function lastKnown(cluster: ClusterStatus): Phrase {
  return cluster.asOf
    ? {
        key: 'panel.summary.lastKnown',
        params: { time: { clock: cluster.asOf } },
      }
    : { key: 'panel.summary.lastKnownNever' };
}

function silence(cluster: ClusterStatus): Phrase[] {
  const name = cluster.title ?? cluster.name;
  const keys = {
    denied: 'panel.summary.refused',
    connecting: 'panel.summary.connecting',
    unreachable: 'panel.summary.silent',
    live: undefined,
    stale: undefined,
  } as const;
  const key = keys[cluster.state] ?? 'panel.summary.silent';
  const said: Phrase[] = [{ key, params: { cluster: name } }];
  if (cluster.retryAt) {
    said.push({
      key: 'panel.summary.nextTry',
      params: { time: { clock: cluster.retryAt } },
    });
  }
  return said;
}

function sinceOf(workload: Workload, releases: readonly Release[]): Phrase[] {
  const since = workload.problems[0]?.since;
  if (!since) {
    return [];
  }
  const time = { clock: since };
  const found = precedingRelease(releases, since);
  const version = found?.release.version;
  if (!found || !version) {
    return [{ key: 'panel.summary.since', params: { time } }];
  }
  const span = { span: found.before };
  const before = found.replaced?.version;
  return before && before !== version
    ? [
        {
          key: 'panel.summary.sinceReleaseFrom',
          params: { time, span, version, before },
        },
      ]
    : [{ key: 'panel.summary.sinceRelease', params: { time, span, version } }];
}

function restartsOf(workload: Workload): Phrase[] {
  return workload.restarts > 0
    ? [
        {
          key: 'panel.summary.restarts',
          params: { count: workload.restarts },
        },
      ]
    : [];
}

/** Who answers, where the problem is one of pods. */
function answering(workload: Workload): Phrase[] {
  const { ready, desired } = workload.replicas;
  const sick = workload.problems[0]?.params?.pods;
  if (typeof sick !== 'number' || desired === 0) {
    return [];
  }
  if (ready === 0) {
    return [{ key: 'panel.summary.nobody' }];
  }
  const key =
    sick + ready === desired ? 'panel.summary.others' : 'panel.summary.answers';
  return [{ key, params: { count: ready } }];
}

function stateOf(workload: Workload): Phrase {
  const { version, schedule, replicas } = workload;
  const { desired: count, ready, updated } = replicas;
  switch (workload.health) {
    case 'failed':
      return { key: 'panel.summary.failed' };
    case 'degraded':
      return { key: 'panel.summary.degraded', params: { count, ready } };
    case 'progressing':
      return {
        key: 'panel.summary.rolling',
        params: { version, count, updated, ready },
      };
    case 'suspended':
      return schedule
        ? { key: 'panel.summary.suspendedSchedule', params: { schedule } }
        : { key: 'panel.summary.suspended' };
    case 'unknown':
      return { key: 'panel.summary.lastKnownNever' };
    default:
  }
  if (schedule) {
    return { key: 'panel.summary.schedule', params: { version, schedule } };
  }
  if (count === 0) {
    return { key: 'panel.summary.asked' };
  }
  return workload.changedAt
    ? {
        key: 'panel.summary.runningSince',
        params: { count, ready, version, time: { clock: workload.changedAt } },
      }
    : { key: 'panel.summary.running', params: { count, ready, version } };
}

function runsOf(workload: Workload): Phrase[] {
  return workload.lastRunAt
    ? [
        {
          key: 'panel.summary.lastRun',
          params: { time: { clock: workload.lastRunAt } },
        },
      ]
    : [];
}
