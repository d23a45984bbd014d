import { Json, ago } from '../testUtils';
import { Case } from './testUtils/Case';
import { waits } from './testUtils/podShape';
import { Owner, Scene } from './testUtils/Scene';
import {
  never,
  runningPod,
  tells,
  complete,
  backoffLimit,
  endedPod,
} from './testUtils/jobShape';

const run = (
  s: Scene,
  owner: Owner,
  name: string,
  body: Json,
  age: number,
): Owner => s.job(body, { owner, name, age });

/** CronJobs. */
export const cronJobCases: readonly Case[] = [
  ['it never ran', 'healthy', s => s.cronJob({ status: {} })],
  [
    'its last run went well',
    'healthy',
    s => run(s, s.cronJob(), 'nightly-1', complete, 10),
  ],
  [
    'its runs are gone',
    'healthy',
    s =>
      s.cronJob({
        status: { lastScheduleTime: ago(10), lastSuccessfulTime: ago(9) },
      }),
  ],
  ['it is held back', 'suspended', s => s.cronJob({ spec: { suspend: true } })],
  [
    'its last run failed',
    'failed job-failed',
    s => {
      const cron = s.cronJob();
      run(s, cron, 'nightly-1', complete, 40);
      s.pod(run(s, cron, 'nightly-2', backoffLimit, 10), endedPod(1));
    },
  ],
  [
    'a run failed and the next went well',
    'healthy',
    s => {
      const cron = s.cronJob();
      run(s, cron, 'nightly-1', backoffLimit, 40);
      run(s, cron, 'nightly-2', complete, 10);
    },
  ],
  [
    'its last run failed and the next goes on',
    'failed job-failed',
    s => {
      const cron = s.cronJob({
        status: { active: [{ kind: 'Job', name: 'nightly-2' }] },
      });
      run(s, cron, 'nightly-1', backoffLimit, 40);
      s.pod(
        run(s, cron, 'nightly-2', tells({ active: 1, ready: 1 }), 5),
        runningPod,
      );
    },
  ],
  [
    'a run goes on',
    'healthy',
    s =>
      s.pod(
        run(s, s.cronJob(), 'nightly-1', tells({ active: 1, ready: 1 }), 5),
        runningPod,
      ),
  ],
  [
    'a run goes on for a day',
    'healthy',
    s =>
      s.pod(
        run(s, s.cronJob(), 'nightly-1', tells({ active: 1, ready: 1 }), 1440),
        { ...runningPod, age: 1440 },
      ),
  ],
  [
    'a run tries again',
    'healthy job-retrying',
    s => {
      const job = run(
        s,
        s.cronJob(),
        'nightly-1',
        tells({ active: 1, failed: 1 }),
        5,
      );
      s.pod(job, endedPod(1));
      s.pod(job, runningPod);
    },
  ],
  [
    'a run finds no image',
    'failed image-pull',
    s =>
      s.pod(run(s, s.cronJob(), 'nightly-1', tells({ active: 1 }), 5), {
        ...never,
        age: 4,
        containers: [{ state: waits('ErrImagePull', 'not found') }],
      }),
  ],
  [
    'many starts were missed while the cluster was down',
    'healthy',
    s => {
      const cron = s.cronJob();
      run(s, cron, 'nightly-1', complete, 10);
      s.warn(
        'CronJob',
        cron.of,
        'TooManyMissedTimes',
        'too many missed start times: 101. Set or decrease .spec.startingDeadlineSeconds or check clock skew',
        {
          first: 30,
          last: 30,
          count: 1,
          over: { source: { component: 'cronjob-controller' } },
        },
      );
    },
  ],
];
