import { isPodEnded } from '../podPhase';
import { lastFailure } from './jobFailed';
import { FamilyRule } from './types';

/** A Job's pod failed and the Job tries again; whether it comes to a failure is not known yet. */
export const jobRetrying: FamilyRule = ({ family }) => {
  const job = family.jobs.find(({ current }) => current > 0);
  const failed = family.pods.filter(
    pod =>
      pod.owner?.uid === job?.uid && isPodEnded(pod) && pod.phase === 'Failed',
  );
  const tries = Math.max(job?.failedPods ?? 0, failed.length);
  if (!job || tries === 0) {
    return [];
  }
  const end = lastFailure(failed);
  return [
    {
      code: 'job-retrying',
      failing: false,
      container: end?.name,
      since: end?.endedAt,
      detail: end?.message,
      object: `Job/${job.name}`,
      facts: {
        tries,
        ...(end?.exitCode !== undefined && { exitCode: end.exitCode }),
        ...(end?.reason && { reason: end.reason }),
      },
    },
  ];
};
