import { isDeepStrictEqual } from 'node:util';
import { timestamp } from '../../store/identity';
import { ControllerContext } from '../ControllerContext';
import { judged } from '../conditions';
import { Condition, Job, Pod, isActive, isReady } from '../objects';
import { refusalOf } from '../refusalOf';
import { createPod } from '../workloads/podsOfTemplate';

const SOURCE = 'job-controller';
const FIRST_RETRY_MS = 10_000;

/** Where a job stands. */
export function jobOutcome(job: Job): 'running' | 'complete' | 'failed' {
  const has = (type: string) =>
    job.status.conditions?.some(
      condition => condition.type === type && condition.status === 'True',
    );
  if (has('Complete')) {
    return 'complete';
  }
  return has('Failed') ? 'failed' : 'running';
}

/** Runs the pods of a job until enough have succeeded or too many have failed. */
export function reconcileJob(context: ControllerContext, job: Job): void {
  if (jobOutcome(job) !== 'running' || job.metadata.deletionTimestamp) {
    return;
  }
  const pods = context.owned<Pod>(job, 'Pod');
  const inPhase = (phase: string) =>
    pods.filter(pod => pod.status.phase === phase).length;
  const succeeded = inPhase('Succeeded');
  const failed = inPhase('Failed');
  const { completions, parallelism, backoffLimit, suspend } = job.spec;
  const isOver = succeeded >= completions || failed > backoffLimit;
  const wanted = Math.min(parallelism, completions - succeeded);
  const refusal =
    isOver || suspend
      ? undefined
      : refusalOf(() => startPods(context, job, pods, failed, wanted));
  const active = context.owned<Pod>(job, 'Pod').filter(isActive);
  if (isOver) {
    active.forEach(pod => context.remove(pod));
  }
  const running = isOver ? [] : active;
  const status = {
    ...(running.length > 0 && { active: running.length }),
    ...(succeeded > 0 && { succeeded }),
    ...(failed > 0 && { failed }),
    ready: running.filter(isReady).length,
    terminating: 0,
    ...(!suspend && {
      startTime: job.status.startTime ?? timestamp(context.now),
    }),
    ...(succeeded >= completions && {
      completionTime: timestamp(context.now),
    }),
    ...(isOver && {
      conditions: outcome(context, job, succeeded >= completions),
    }),
  };
  if (!isDeepStrictEqual(status, job.status)) {
    context.update({ ...job, status });
  }
  if (refusal) {
    // Tried again later.
    throw refusal;
  }
}

function startPods(
  context: ControllerContext,
  job: Job,
  pods: readonly Pod[],
  failed: number,
  wanted: number,
): void {
  const active = pods.filter(isActive).length;
  if (active >= wanted) {
    return;
  }
  const lastEnd = Math.max(
    0,
    ...pods.map(
      pod =>
        Date.parse(
          pod.status.containerStatuses?.[0]?.state.terminated?.finishedAt ?? '',
        ) || 0,
    ),
  );
  const retryAt =
    failed === 0 ? 0 : lastEnd + FIRST_RETRY_MS * 2 ** (failed - 1);
  if (retryAt > context.now) {
    context.wakeAt(job, retryAt);
    return;
  }
  for (let missing = wanted - active; missing > 0; missing--) {
    let name = '';
    const refusal = refusalOf(() => {
      name = createPod(context, job, job.spec.template, pods, {
        labels: {
          'batch.kubernetes.io/controller-uid': job.metadata.uid ?? '',
          'batch.kubernetes.io/job-name': job.metadata.name,
          'job-name': job.metadata.name,
        },
      });
    });
    if (refusal) {
      const message = `Error creating: ${refusal.message}`;
      tell(context, job, 'Warning', 'FailedCreate', message);
      throw refusal;
    }
    tell(context, job, 'Normal', 'SuccessfulCreate', `Created pod: ${name}`);
  }
}

function outcome(
  context: ControllerContext,
  job: Job,
  success: boolean,
): Condition[] {
  // Since 1.31 the reason for the end is a condition of its own, written before the end.
  const [first, second] = success
    ? ['SuccessCriteriaMet', 'Complete']
    : ['FailureTarget', 'Failed'];
  const [reason, message] = success
    ? ['CompletionsReached', 'Reached expected number of succeeded pods']
    : ['BackoffLimitExceeded', 'Job has reached the specified backoff limit'];
  if (success) {
    tell(context, job, 'Normal', 'Completed', 'Job completed');
  } else {
    tell(context, job, 'Warning', reason, message);
  }
  return [first, second].map(type => ({
    ...judged(
      job.status.conditions,
      { type, status: 'True', reason, message },
      context.now,
    ),
    lastProbeTime: timestamp(context.now),
  }));
}

function tell(
  context: ControllerContext,
  job: Job,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
): void {
  context.tell(job, { type, reason, message, source: SOURCE });
}
