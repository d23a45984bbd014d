import {
  Cause,
  ClusterState,
  Health,
  ProblemCode,
  Replicas,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Family } from './ownership';
import { isPodEnded, isPodReady } from './podPhase';
import { endOf, wasThrownOut } from './problems/evicted';
import { Finding, livePods, patienceOf } from './problems/findProblems';
import { isStarting } from './problems/notReady';
import { Facts } from './problems/types';
import { replicasOf } from './replicas';
import { rolloutOf } from './rollout';
import { WorkloadRow } from './rows';

/** A workload's health with the words for it. */
export interface Judgement {
  readonly health: Health;
  /** Absent when healthy. */
  readonly reason?: string;
  /** What the reason says, for other languages. */
  readonly reasonCause?: Cause;
}

/**
 * Judges a workload by its counts and what is wrong with it. The order of the steps is the rule; it is written down, with
 * how it differs from Argo CD and kubectl, in `docs/health-rules.md`.
 */
export function healthOf(
  family: Family,
  findings: readonly Finding[],
  now: Date,
): Judgement {
  const { root } = family;
  // A Job that has ended is not held back by its suspension any more.
  if (root.suspended && !isOver(root)) {
    return told('suspended', 'Suspended', 'suspended');
  }
  if (root.deletingSince !== undefined) {
    return deletion(findings);
  }
  const failure = findings.find(({ failing }) => failing);
  if (failure) {
    return blamed('failed', failure);
  }
  if (root.paused) {
    return told('suspended', 'Rollout is paused', 'paused');
  }
  if (isJob(root.kind)) {
    return jobHealth(family);
  }
  // A DaemonSet that no node matches wants nothing and lacks nothing.
  if (root.desired === 0 && root.kind !== 'DaemonSet') {
    return told('suspended', 'Scaled to zero', 'zero');
  }
  const rollout = rolloutOf(family);
  if (rollout.kind === 'rolling') {
    return rollout.toGo > 0
      ? told('progressing', `Rolling out, ${rollout.toGo} to go`, 'rolling', {
          count: rollout.toGo,
        })
      : told('progressing', 'Rolling out, old pods end', 'leaving');
  }
  return readiness(family, findings, replicasOf(family), now);
}

/** While a cluster is silent its objects say how things were, not how they are. */
export function healthSeenThrough(
  state: ClusterState,
  judgement: Judgement,
): Judgement {
  return state === 'live' || state === 'stale'
    ? judgement
    : { ...judgement, health: 'unknown' };
}

/** A state that no problem stands behind. */
function told(
  health: Health,
  reason: string,
  state: string,
  counts: Facts = {},
): Judgement {
  return {
    health,
    reason,
    reasonCause: { code: `state.${state}`, params: texts(counts) },
  };
}

function starts(count: number): Judgement {
  return told('progressing', `Starting, ${count} to go`, 'starting', { count });
}

function blamed(health: Health, { cell, problem }: Finding): Judgement {
  return {
    health,
    reason: cell,
    reasonCause: {
      code: `problem.${problem.code}`,
      params: texts(problem.params ?? {}),
    },
  };
}

function texts(facts: Facts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, String(value)]),
  );
}

function isJob(kind: string): boolean {
  return kind === 'Job' || kind === 'CronJob';
}

function isOver(root: WorkloadRow): boolean {
  return (
    root.kind === 'Job' &&
    root.conditions.some(
      ({ type, status }) =>
        status === 'True' && (type === 'Failed' || type === 'Complete'),
    )
  );
}

/** Nobody waits for it to be well; only whether it goes. */
function deletion(findings: readonly Finding[]): Judgement {
  const late = findings.find(({ problem }) => problem.code === 'terminating');
  return late
    ? blamed('degraded', late)
    : told('progressing', 'Being deleted', 'deleting');
}

/** A CronJob between two runs, or in one, is as it should be; a Job is not done before it is complete. */
function jobHealth(family: Family): Judgement {
  const { root } = family;
  const complete = isOver(root) || root.endedAt !== undefined;
  if (root.kind === 'CronJob' || complete) {
    return { health: 'healthy' };
  }
  const toGo = Math.max(1, root.desired - root.available);
  return told('progressing', `Running, ${toGo} to go`, 'running', {
    count: toGo,
  });
}

/**
 * Of pods that others have taken the place of, where there is a place; and, as long as it does not fail the workload, of
 * those that the scheduler has not had its minute for.
 */
const PASSING: ReadonlySet<ProblemCode> = new Set([
  'evicted',
  'terminating',
  'unschedulable',
]);

/** A controller puts a new pod in the place of one that was thrown out within seconds. */
const REPLACED_MS = 60_000;
const THROWN_OUT_MS = 10 * 60_000;

function readiness(
  family: Family,
  findings: readonly Finding[],
  { desired, ready, available }: Replicas,
  now: Date,
): Judgement {
  const unready = desired - ready;
  const [only] = family.pods;
  if (family.root.kind === 'Pod' && only?.isTask && !isPodEnded(only)) {
    return told('progressing', 'Running, 1 to go', 'running', { count: 1 });
  }
  const trouble = findings.find(
    ({ problem }) =>
      problem.object.startsWith('Pod/') && !PASSING.has(problem.code),
  );
  // The pods are newer than the controller's count: one that no longer answers shows there first.
  const lost = findings.some(
    ({ problem }) =>
      problem.code === 'not-ready' || problem.code === 'node-lost',
  );
  if (unready <= 0 && !(lost && family.root.kind !== 'Pod')) {
    const early = desired - available;
    return early > 0 && countsAvailable(family.root)
      ? starts(early)
      : { health: 'healthy' };
  }
  if (trouble) {
    return blamed('degraded', trouble);
  }
  const patience = patienceOf(family);
  const pods = livePods(family);
  const starting = pods.filter(
    pod => !isPodReady(pod) && isStarting(pod, now.getTime(), patience),
  ).length;
  // Where our credentials may not read pods, the controller's own count tells how many there are.
  const present = family.pods.length ? pods.length : family.root.current;
  const missing = Math.max(0, desired - present);
  const late = findings.find(
    ({ problem }) =>
      problem.code === 'terminating' ||
      (problem.code === 'evicted' && isThrownOutAgain(family, now)),
  );
  if (missing > 0 && late) {
    return blamed('degraded', late);
  }
  const toGo = starting + missing;
  return toGo > 0
    ? starts(toGo)
    : told('degraded', `${unready} of ${desired} not ready`, 'unready', {
        count: unready,
        total: desired,
      });
}

/** Clusters before 1.22 do not count a StatefulSet's available pods; where pods need not wait, nobody has to. */
function countsAvailable({ kind, minReadySeconds }: WorkloadRow): boolean {
  return (
    kind === 'Deployment' ||
    kind === 'DaemonSet' ||
    (kind === 'StatefulSet' && minReadySeconds !== undefined)
  );
}

/** Whether pods were thrown out of late and nothing that stays has come in their place. */
function isThrownOutAgain(family: Family, now: Date): boolean {
  const ages = family.pods
    .filter(wasThrownOut)
    .map(pod => now.getTime() - Date.parse(endOf(pod) ?? ''));
  return (
    ages.some(age => age >= REPLACED_MS) &&
    ages.some(age => age < THROWN_OUT_MS)
  );
}
