import { LoggerService } from '@backstage/backend-plugin-api';
import {
  EnvironmentRecord,
  EnvironmentsApi,
  EnvironmentState,
  formatDuration,
} from '@domaindeck/backstage-plugin-environments-common';
import { Clock, pause } from '@domaindeck/backstage-plugin-workloads-node';
import { describeProgress } from './describeProgress';

/** Milliseconds between looks. */
const LOOK_MS = 2_000;

/** What {@link waitForState} needs. */
export interface WaitOptions {
  readonly client: Pick<EnvironmentsApi, 'getEnvironment'>;
  readonly clock: Clock;
  readonly logger: Pick<LoggerService, 'info'>;
  readonly signal?: AbortSignal;
  /** The record as the change left it. */
  readonly record: EnvironmentRecord;
  /** One of these ends the wait. */
  readonly wanted: readonly EnvironmentState[];
  /** Milliseconds. */
  readonly limitMs: number;
  /** Where a person sees more and can do something. */
  readonly page: string;
}

/**
 * Looks at an environment until it is as wanted, and logs what it waits for whenever that changes.
 *
 * A backend that does not answer is asked again: the work goes on behind it.
 *
 * @returns the record as it was seen last
 * @throws when the work has stopped, the environment went another way, time is over, or the task was cancelled
 */
export async function waitForState(
  options: WaitOptions,
): Promise<EnvironmentRecord> {
  const { client, clock, logger, signal, wanted, limitMs, page } = options;
  const end = clock.now().getTime() + limitMs;
  let { record } = options;
  let told = '';
  for (;;) {
    if (wanted.includes(record.state)) {
      return record;
    }
    refuseOtherEnd(record, wanted, page);
    const line = describeProgress(record, page);
    if (line !== told) {
      logger.info(line);
      told = line;
    }
    if (clock.now().getTime() >= end) {
      throw new Error(
        `The environment "${record.name}" is not ${
          wanted[0]
        } after ${formatDuration(
          limitMs,
        )}. ${line}. The work goes on; see ${page}`,
      );
    }
    if (!(await pause(clock, LOOK_MS, signal))) {
      throw cancelled();
    }
    record = await look(client, record, wanted);
  }
}

async function look(
  client: WaitOptions['client'],
  last: EnvironmentRecord,
  wanted: readonly EnvironmentState[],
): Promise<EnvironmentRecord> {
  try {
    return await client.getEnvironment(last.id);
  } catch (error) {
    const status = statusOf(error);
    if (status === 404 && wanted.includes('gone')) {
      return { ...last, state: 'gone' };
    }
    if (
      status !== undefined &&
      status >= 400 &&
      status < 500 &&
      status !== 429
    ) {
      throw error;
    }
    return last;
  }
}

/** @throws when the environment will not get to where it is wanted by waiting */
function refuseOtherEnd(
  { name, problem, state }: EnvironmentRecord,
  wanted: readonly EnvironmentState[],
  page: string,
): void {
  if (state === 'failed') {
    const where = [problem?.step, problem?.service].filter(Boolean).join(', ');
    throw new Error(
      `The environment "${name}" has stopped${where ? ` (${where})` : ''}: ${
        problem?.message ?? 'no reason was given'
      }. Mend the cause and try again at ${page}`,
    );
  }
  const isGoing = state === 'deleting' || state === 'gone';
  if (isGoing && !wanted.includes('gone')) {
    throw new Error(`Somebody has deleted the environment "${name}" meanwhile`);
  }
}

function cancelled(): Error {
  return new Error(
    'Waiting was cancelled; what was asked for goes on and can be undone on the page of the environment',
  );
}

function statusOf(error: unknown): number | undefined {
  const status: unknown = (error as { response?: { status?: unknown } })
    ?.response?.status;
  return typeof status === 'number' ? status : undefined;
}
