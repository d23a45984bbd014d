import { ago } from '../testUtils';
import { Case } from './testUtils/Case';
import { backOff, ended, up, waits, unscheduled } from './testUtils/podShape';
import {
  never,
  runningPod,
  condition,
  tells,
  endedPod,
} from './testUtils/jobShape';

/** Jobs that have not ended. */
export const jobCases: readonly Case[] = [
  [
    'it runs',
    'progressing',
    s => s.pod(s.job(tells({ active: 1, ready: 1 })), runningPod),
  ],
  [
    'it runs for hours',
    'progressing',
    s =>
      s.pod(s.job(tells({ active: 1, ready: 1 }), { age: 300 }), {
        ...runningPod,
        age: 300,
      }),
  ],
  [
    'made this moment',
    'progressing',
    s => s.job({ status: {} }, { age: 0.02 }),
  ],
  [
    'held back',
    'suspended',
    s =>
      s.job({
        spec: { suspend: true },
        status: {
          startTime: undefined,
          conditions: [condition('Suspended', 'JobSuspended', 'Job suspended')],
        },
      }),
  ],
  [
    'held back by a queue',
    'suspended',
    s =>
      s.job({
        metadata: { labels: { 'kueue.x-k8s.io/queue-name': 'batch' } },
        spec: { suspend: true },
        status: { startTime: undefined },
      }),
  ],
  [
    'no longer held back',
    'progressing',
    s =>
      s.pod(
        s.job(
          tells(
            { active: 1, ready: 1 },
            { ...condition('Suspended', 'JobResumed'), status: 'False' },
          ),
        ),
        runningPod,
      ),
  ],
  [
    'it tries again',
    'progressing job-retrying',
    s => {
      const job = s.job(tells({ active: 1, failed: 1 }));
      s.pod(job, endedPod(1));
      s.pod(job, runningPod);
    },
  ],
  [
    'its image is not there',
    'failed image-pull',
    s =>
      s.pod(s.job(tells({ active: 1 })), {
        ...never,
        age: 3,
        containers: [
          {
            state: waits(
              'ImagePullBackOff',
              'Back-off pulling image "settle:9"',
            ),
          },
        ],
      }),
  ],
  [
    'its container crashes again and again',
    'failed crash-loop',
    s =>
      s.pod(s.job(tells({ active: 1 })), {
        restartPolicy: 'OnFailure',
        age: 10,
        containers: [backOff(ended(1), 4)],
      }),
  ],
  [
    'it finds no node',
    'failed unschedulable',
    s =>
      s.pod(s.job(tells({ active: 1 })), {
        ...never,
        ...unscheduled(
          '0/3 nodes are available: 3 Insufficient nvidia.com/gpu.',
        ),
      }),
  ],
  [
    'it is deleted',
    'progressing',
    s =>
      s.job({
        ...tells({ active: 1 }),
        metadata: {
          deletionTimestamp: ago(0.1),
          finalizers: ['foregroundDeletion'],
        },
      }),
  ],
  [
    'quota is used up',
    'failed quota',
    s => {
      const job = s.job(tells({}), { age: 5 });
      s.warn(
        'Job',
        job.of,
        'FailedCreate',
        'Error creating: pods "settle-x1" is forbidden: exceeded quota: compute, requested: cpu=4, used: cpu=10, limited: cpu=10',
        { over: { source: { component: 'job-controller' } } },
      );
    },
  ],
  [
    'conditions that are not true',
    'progressing',
    s =>
      s.pod(
        s.job(
          tells(
            { active: 1, ready: 1 },
            { ...condition('Failed', ''), status: 'False' },
            { ...condition('Complete', ''), status: 'False' },
          ),
        ),
        runningPod,
      ),
  ],
  [
    'work that any number of successes ends',
    'progressing',
    s =>
      s.pods(
        s.job({
          spec: { completions: null, parallelism: 3 },
          status: { active: 3, ready: 3 },
        }),
        3,
        { restartPolicy: 'Never', age: 2, containers: [{ state: up(2) }] },
      ),
  ],
  [
    'ten parts of which one has failed so far',
    'progressing job-retrying',
    s => {
      const job = s.job({
        spec: { completions: 10, parallelism: 5, completionMode: 'Indexed' },
        status: { active: 5, ready: 5, succeeded: 2, failed: 1 },
      });
      s.pods(job, 5, {
        restartPolicy: 'Never',
        age: 2,
        containers: [{ state: up(2) }],
      });
      s.pod(job, {
        restartPolicy: 'Never',
        age: 4,
        phase: 'Failed',
        containers: [{ state: ended(1), ready: false }],
      });
    },
  ],
  [
    'a Job whose pod was drained and tries again',
    'progressing job-retrying',
    s => {
      const job = s.job({ status: { active: 1, ready: 1, failed: 1 } });
      s.pod(job, {
        restartPolicy: 'Never',
        age: 100,
        phase: 'Failed',
        conditions: [
          {
            type: 'DisruptionTarget',
            status: 'True',
            reason: 'EvictionByEvictionAPI',
          },
        ],
        containers: [{ state: ended(143, { since: 90 }), ready: false }],
      });
      s.pod(job, {
        restartPolicy: 'Never',
        age: 80,
        containers: [{ state: up(80) }],
      });
    },
  ],
  [
    'a Job that a sidecar keeps from its end',
    'progressing',
    s =>
      s.pod(s.job({ status: { active: 1 } }), {
        restartPolicy: 'Never',
        age: 10,
        containers: [
          { state: ended(0, { since: 4 }), ready: false },
          { name: 'proxy' },
        ],
        over: { status: { phase: 'Running' } },
      }),
  ],
];
