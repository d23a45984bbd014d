import {
  EnvironmentRecord,
  EnvironmentState,
  Operation,
  Step,
  StepId,
} from '@domaindeck/backstage-plugin-environments-common';

const STEPS: Readonly<Record<Operation, readonly StepId[]>> = {
  create: [
    'plan',
    'reserve',
    'fence',
    'settings',
    'connect',
    'start',
    'open',
    'list',
  ],
  update: [
    'plan',
    'reserve',
    'fence',
    'settings',
    'connect',
    'start',
    'open',
    'prune',
    'list',
  ],
  sleep: ['stop', 'list'],
  wake: ['start', 'list'],
  delete: ['close', 'stop', 'remove', 'list'],
};

const USUAL_SECONDS: Readonly<Record<Operation, number>> = {
  create: 120,
  update: 60,
  sleep: 10,
  wake: 40,
  delete: 30,
};

/** A record and the steps of the work on it. */
export interface Work {
  readonly record: EnvironmentRecord;
  readonly steps: readonly Step[];
}

/** The state of a record while an operation goes on. */
function stateDuring(operation: Operation): EnvironmentState {
  switch (operation) {
    case 'create':
      return 'provisioning';
    case 'delete':
      return 'deleting';
    default:
      return 'updating';
  }
}

/** Begins an operation: its first step runs. */
export function beginWork(
  record: EnvironmentRecord,
  operation: Operation,
  now: number,
): Work {
  const steps = STEPS[operation].map(
    (step, index): Step => ({
      operation,
      step,
      position: index + 1,
      state: index === 0 ? 'running' : 'pending',
      attempt: index === 0 ? 1 : 0,
      objects: [],
      parts: partsOf(step, record),
      ...(index === 0 ? { startedAt: new Date(now).toISOString() } : {}),
    }),
  );
  const { problem: _, ...rest } = record;
  return withProgress(
    { record: { ...rest, state: stateDuring(operation) }, steps },
    now,
  );
}

/** Ends the step that runs and begins the next; after the last the record has the state that was wanted. */
export function advanceWork(work: Work, now: number): Work {
  const { record } = work;
  if (
    record.state === 'provisioning' &&
    record.pendingSecrets.length > 0 &&
    work.steps[0]?.state === 'running'
  ) {
    return { record: { ...record, state: 'needs-secrets' }, steps: work.steps };
  }
  const running = work.steps.findIndex(one => one.state === 'running');
  if (running < 0) {
    return work;
  }
  const at = new Date(now).toISOString();
  const steps = work.steps.map((step, index): Step => {
    if (index === running) {
      return {
        ...step,
        state: 'done',
        endedAt: at,
        ...(step.services
          ? {
              services: step.services.map(one => ({
                ...one,
                health: one.paused ? 'suspended' : 'healthy',
                reason: undefined,
                seconds: one.paused ? undefined : 9,
              })),
            }
          : {}),
      };
    }
    return index === running + 1
      ? {
          ...step,
          state: 'running',
          attempt: 1,
          startedAt: at,
          ...(step.step === 'start'
            ? { services: startingServices(record) }
            : {}),
        }
      : step;
  });
  return running === steps.length - 1
    ? finished({ record, steps }, now)
    : withProgress({ record, steps }, now);
}

/** Stops the step that runs, with the reason of one service. */
export function stopWork(
  work: Work,
  problem: NonNullable<EnvironmentRecord['problem']>,
): Work {
  const steps = work.steps.map(
    (step): Step =>
      step.state === 'running'
        ? {
            ...step,
            state: 'failed',
            attempt: 4,
            reason: problem.reason,
            message: problem.message,
            services: step.services?.map(one =>
              one.name === problem.service
                ? { ...one, health: 'failed', reason: problem.reason }
                : {
                    ...one,
                    health: one.paused ? 'suspended' : 'healthy',
                    reason: undefined,
                  },
            ),
          }
        : step,
  );
  return { record: { ...work.record, state: 'failed', problem }, steps };
}

/** Goes on at the step that stopped. */
export function resumeWork(work: Work, now: number): Work {
  const [first] = work.steps;
  const { problem: _, ...record } = work.record;
  const steps = work.steps.map(
    (step): Step =>
      step.state === 'failed'
        ? {
            ...step,
            state: 'running',
            startedAt: new Date(now).toISOString(),
            reason: undefined,
            message: undefined,
            services: step.services && startingServices(work.record),
          }
        : step,
  );
  return withProgress(
    { record: { ...record, state: stateDuring(first.operation) }, steps },
    now,
  );
}

function withProgress(work: Work, now: number): Work {
  const running = work.steps.find(one => one.state === 'running');
  if (!running) {
    return work;
  }
  const waiting = running.services?.find(one => one.reason !== undefined);
  const startedAt =
    work.record.progress?.operation === running.operation
      ? work.record.progress.startedAt
      : new Date(now).toISOString();
  return {
    steps: work.steps,
    record: {
      ...work.record,
      progress: {
        operation: running.operation,
        step: running.step,
        position: running.position,
        of: work.steps.length,
        startedAt,
        usualSeconds: USUAL_SECONDS[running.operation],
        ...(waiting ? { service: waiting.name, reason: waiting.reason } : {}),
      },
    },
  };
}

function finished(work: Work, now: number): Work {
  const { operation } = work.steps[0];
  const asleep = operation === 'sleep';
  const { progress: _, asleepSince: __, ...record } = work.record;
  if (operation === 'delete') {
    return { record: { ...record, state: 'gone' }, steps: work.steps };
  }
  const at = new Date(now).toISOString();
  return {
    steps: work.steps,
    record: {
      ...record,
      state: asleep ? 'asleep' : 'ready',
      ...(asleep ? { asleepSince: at } : {}),
      readyAt: record.readyAt ?? at,
      services: record.services.map(one =>
        one.own
          ? {
              ...one,
              health: asleep || one.paused ? 'suspended' : 'healthy',
              reason: undefined,
            }
          : one,
      ),
    },
  };
}

function startingServices(record: EnvironmentRecord): Step['services'] {
  return record.services
    .filter(one => one.own)
    .map(({ name, paused }) => ({
      name,
      health: paused ? 'suspended' : 'progressing',
      ...(paused
        ? { paused }
        : {
            reason: {
              code: 'starting',
              message: `${name} is started and not answering yet`,
            },
            seconds: 12,
          }),
    }));
}

function partsOf(step: StepId, record: EnvironmentRecord): Step['parts'] {
  switch (step) {
    case 'reserve':
      return { cluster: record.cluster, size: record.specification.size };
    case 'settings':
      return { settings: 6, secrets: 2 };
    case 'connect':
      return {
        services: record.services.filter(one => !one.own).map(one => one.name),
      };
    case 'open':
      return record.addresses[0] ? { address: record.addresses[0].url } : {};
    default:
      return {};
  }
}
