import { ago, Json } from '../../testUtils';
import { ended, up } from './podShape';

/** What is run once. */
export const never = { restartPolicy: 'Never' };

export const runningPod = { ...never, age: 1, containers: [{ state: up(1) }] };

/** One of a Job that holds, since so many minutes. */
export const condition = (
  type: string,
  reason: string,
  message = '',
  since = 2,
): Json => ({
  type,
  status: 'True',
  reason,
  message,
  lastProbeTime: ago(since),
  lastTransitionTime: ago(since),
});

/** A Job that tells of itself. */
export const tells = (status: Json, ...conditions: Json[]): Json => ({
  status: { ...status, conditions },
});

export const complete = tells(
  { succeeded: 1, completionTime: ago(2) },
  condition('SuccessCriteriaMet', 'CompletionsReached'),
  condition('Complete', 'CompletionsReached'),
);

/** A Job that has failed. */
export const failed = (reason: string, message: string, count = 7): Json =>
  tells(
    { failed: count },
    condition('FailureTarget', reason, message),
    condition('Failed', reason, message),
  );

export const backoffLimit = failed(
  'BackoffLimitExceeded',
  'Job has reached the specified backoff limit',
);

/** A pod of a Job that has ended. */
export const endedPod = (code: number, reason?: string) => ({
  ...never,
  age: 8,
  phase: code ? 'Failed' : 'Succeeded',
  containers: [{ state: ended(code, { since: 3, reason }), ready: false }],
});
