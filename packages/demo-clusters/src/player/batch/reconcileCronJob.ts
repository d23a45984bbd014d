import { isDeepStrictEqual } from 'node:util';
import { timestamp } from '../../store/identity';
import { ControllerContext } from '../ControllerContext';
import { CronJob, Job } from '../objects';
import { controllerReference } from '../workloads/podsOfTemplate';
import { nextRun } from './cronSchedule';
import { jobOutcome } from './reconcileJob';

const SOURCE = 'cronjob-controller';
/** Runs that ended longer ago than this have left the history before anybody looks. */
const FORGOTTEN_MS = 4 * 3_600_000;

/** Starts the jobs of a CronJob when they are due and keeps the last few. */
export function reconcileCronJob(
  context: ControllerContext,
  cronJob: CronJob,
): void {
  const jobs = context.owned<Job>(cronJob, 'Job');
  const active = jobs.filter(job => jobOutcome(job) === 'running');
  keepHistory(context, cronJob, jobs);
  const created = Date.parse(cronJob.metadata.creationTimestamp ?? '');
  const last = Date.parse(cronJob.status.lastScheduleTime ?? '') || created;
  const since = Math.max(last, context.visibleFrom - FORGOTTEN_MS);
  const dueAt = nextRun(cronJob.spec.schedule, since);
  let lastScheduleTime = cronJob.status.lastScheduleTime;
  if (dueAt !== undefined && !cronJob.spec.suspend) {
    if (dueAt > context.now) {
      context.wakeAt(cronJob, dueAt);
    } else if (
      active.length === 0 ||
      cronJob.spec.concurrencyPolicy === 'Allow'
    ) {
      lastScheduleTime = timestamp(dueAt);
      createJob(context, cronJob, dueAt);
    }
  }
  const running = context
    .owned<Job>(cronJob, 'Job')
    .filter(job => jobOutcome(job) === 'running');
  const succeeded = jobs
    .map(job => job.status.completionTime as string | undefined)
    .filter(time => time !== undefined)
    .sort();
  const lastSuccessfulTime =
    succeeded[succeeded.length - 1] ?? cronJob.status.lastSuccessfulTime;
  const status = {
    ...(running.length > 0 && {
      active: running.map(job => ({
        apiVersion: 'batch/v1',
        kind: 'Job',
        name: job.metadata.name,
        namespace: job.metadata.namespace,
        uid: job.metadata.uid,
      })),
    }),
    ...(lastScheduleTime !== undefined && { lastScheduleTime }),
    ...(lastSuccessfulTime !== undefined && { lastSuccessfulTime }),
  };
  if (!isDeepStrictEqual(status, cronJob.status)) {
    context.update({ ...cronJob, status });
  }
}

function createJob(
  context: ControllerContext,
  cronJob: CronJob,
  dueAt: number,
): void {
  const { metadata, spec } = cronJob.spec.jobTemplate;
  const name = `${cronJob.metadata.name}-${Math.floor(dueAt / 60_000)}`;
  context.create({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      ...metadata,
      name,
      namespace: cronJob.metadata.namespace,
      annotations: {
        ...metadata?.annotations,
        'batch.kubernetes.io/cronjob-scheduled-timestamp': timestamp(dueAt),
      },
      ownerReferences: [controllerReference(cronJob)],
    },
    spec,
  });
  context.tell(cronJob, {
    type: 'Normal',
    reason: 'SuccessfulCreate',
    message: `Created job ${name}`,
    source: SOURCE,
  });
}

function keepHistory(
  context: ControllerContext,
  cronJob: CronJob,
  jobs: readonly Job[],
): void {
  const drop = (outcome: string, limit: number) => {
    const done = jobs.filter(job => jobOutcome(job) === outcome);
    done
      .slice(0, Math.max(0, done.length - limit))
      .forEach(job => context.remove(job));
  };
  drop('complete', cronJob.spec.successfulJobsHistoryLimit);
  drop('failed', cronJob.spec.failedJobsHistoryLimit);
}
