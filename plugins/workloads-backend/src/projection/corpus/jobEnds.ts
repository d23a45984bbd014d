import { ago } from '../testUtils';
import { Case } from './testUtils/Case';
import {
  condition,
  tells,
  complete,
  failed,
  backoffLimit,
  endedPod,
} from './testUtils/jobShape';

/** Jobs that have ended, and those that are about to. */
export const jobEndCases: readonly Case[] = [
  ['it is complete', 'healthy', s => s.pod(s.job(complete), endedPod(0))],
  ['it is complete, its pods are gone', 'healthy', s => s.job(complete)],
  [
    'it is complete at the third try',
    'healthy',
    s => {
      const job = s.job(complete);
      s.pods(job, 2, endedPod(1));
      s.pod(job, endedPod(0));
    },
  ],
  [
    'it is complete, an old cluster says',
    'healthy',
    s => s.job(tells({ succeeded: 1 }, { type: 'Complete', status: 'True' })),
  ],
  [
    'it has failed too often',
    'failed job-failed',
    s => s.pods(s.job(backoffLimit), 2, endedPod(1)),
  ],
  [
    'it has failed, its pods are gone',
    'failed job-failed',
    s => s.job(backoffLimit),
  ],
  [
    'it has failed for memory',
    'failed job-failed',
    s => s.pods(s.job(backoffLimit), 2, endedPod(137, 'OOMKilled')),
  ],
  [
    'it took too long',
    'failed deadline',
    s =>
      s.job(
        failed(
          'DeadlineExceeded',
          'Job was active longer than specified deadline',
          1,
        ),
      ),
  ],
  [
    'a rule for failures ended it',
    'failed job-failed',
    s =>
      s.pod(
        s.job(
          failed(
            'PodFailurePolicy',
            'Container app for pod payments-prod/settle-x1 failed with exit code 42 matching FailJob rule at index 0',
            1,
          ),
        ),
        endedPod(42),
      ),
  ],
  [
    'too many of its parts failed',
    'failed job-failed',
    s =>
      s.job({
        ...failed(
          'MaxFailedIndexesExceeded',
          'Job has exceeded the specified maximal number of failed indexes',
        ),
        spec: { completionMode: 'Indexed', completions: 10 },
      }),
  ],
  [
    'some of its parts failed',
    'failed job-failed',
    s =>
      s.job({
        ...tells(
          {
            succeeded: 8,
            failed: 4,
            failedIndexes: '3,7',
            completedIndexes: '0-2,4-6,8,9',
          },
          condition('Failed', 'FailedIndexes', 'Job has failed indexes'),
        ),
        spec: { completionMode: 'Indexed', completions: 10 },
      }),
  ],
  [
    'it will have failed as soon as its pods end',
    'failed job-failed',
    s =>
      s.job(
        tells(
          { failed: 7, terminating: 1 },
          condition(
            'FailureTarget',
            'BackoffLimitExceeded',
            'Job has reached the specified backoff limit',
          ),
        ),
      ),
  ],
  [
    'it will be complete as soon as its pods end',
    'progressing',
    s =>
      s.job(
        tells(
          { succeeded: 1, terminating: 2 },
          condition(
            'SuccessCriteriaMet',
            'SuccessPolicy',
            'Matched rules at index 0',
          ),
        ),
      ),
  ],
  [
    'enough of its parts went well',
    'healthy',
    s =>
      s.job({
        ...tells(
          { succeeded: 2, completionTime: ago(2) },
          condition('SuccessCriteriaMet', 'SuccessPolicy'),
          condition('Complete', 'SuccessPolicy'),
        ),
        spec: { completionMode: 'Indexed', completions: 10, parallelism: 10 },
      }),
  ],
];
