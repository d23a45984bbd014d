import { PodRow, WorkloadRow } from '../rows';
import { FamilyRule } from './types';

const OUTCOMES = [
  'Failed',
  'Complete',
  'FailureTarget',
  'SuccessCriteriaMet',
] as const;

/**
 * A Job gave up. Of a CronJob the newest Job that has ended counts: a run that goes on does not make good the one
 * before.
 */
export const jobFailed: FamilyRule = ({ family }) => {
  const { root, jobs, pods } = family;
  const job = jobs.find(candidate => outcomeOf(candidate) !== undefined);
  const failure = job && outcomeOf(job);
  if (!job || !failure?.type.startsWith('Fail')) {
    return [];
  }
  const end = lastFailure(pods.filter(pod => pod.owner?.uid === job.uid));
  return [
    {
      code: failure.reason === 'DeadlineExceeded' ? 'deadline' : 'job-failed',
      failing: true,
      container: end?.name,
      since: failure.since,
      detail: end?.message ?? failure.message,
      object: `Job/${job.name}`,
      facts: {
        cause: root.kind === 'CronJob' ? 'run' : 'job',
        tries: Math.max(1, job.failedPods ?? 0),
        ...(end?.exitCode !== undefined && { exitCode: end.exitCode }),
        ...(end?.reason && { reason: end.reason }),
      },
    },
  ];
};

/** The outcome is decided before the last pods have ended; newer clusters say so in conditions of their own. */
function outcomeOf(job: WorkloadRow) {
  return OUTCOMES.map(wanted =>
    job.conditions.find(
      ({ type, status }) => status === 'True' && type === wanted,
    ),
  ).find(condition => condition !== undefined);
}

/**
 * The container that ended the newest of the pods badly; pods are sorted by name, so the time decides. What runs beside
 * is stopped when the rest has ended, and mostly not with 0.
 */
export function lastFailure(pods: readonly PodRow[]) {
  return pods
    .flatMap(pod => pod.containers)
    .filter(
      ({ state, exitCode, role }) =>
        state === 'ended' && exitCode !== 0 && role !== 'sidecar',
    )
    .reduce<PodRow['containers'][number] | undefined>(
      (last, container) =>
        last?.endedAt !== undefined &&
        (container.endedAt === undefined ||
          Date.parse(container.endedAt) < Date.parse(last.endedAt))
          ? last
          : container,
      undefined,
    );
}
