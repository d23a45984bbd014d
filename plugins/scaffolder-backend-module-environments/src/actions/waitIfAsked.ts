import { InputError } from '@backstage/errors';
import {
  EnvironmentRecord,
  EnvironmentsApi,
  EnvironmentState,
} from '@domaindeck/backstage-plugin-environments-common';
import { waitForState } from '../wait/waitForState';
import { waitMs } from './fields';
import { pageOf } from './tellRecord';
import { ActionOptions, AnyContext } from './types';

/** The part of an input that says whether to wait. */
export interface Waiting {
  readonly wait?: boolean;
  readonly waitFor?: string;
}

/** Before anything is done, so that nothing is left behind for a slip in the template. @throws InputError */
export function checkWaiting({ waitFor }: Waiting): void {
  if (waitMs(waitFor) === undefined) {
    throw new InputError(
      `waitFor: "${waitFor}" is not an ISO 8601 duration such as PT20M`,
    );
  }
}

/** The record when it is as wanted, or as it is where nobody wants to wait. */
export async function waitIfAsked(
  ctx: Pick<AnyContext, 'logger' | 'signal'>,
  options: ActionOptions,
  given: {
    readonly client: EnvironmentsApi;
    readonly record: EnvironmentRecord;
    readonly wanted: readonly EnvironmentState[];
    readonly input: Waiting;
  },
): Promise<EnvironmentRecord> {
  const { client, input, record, wanted } = given;
  return input.wait
    ? waitForState({
        client,
        record,
        wanted,
        clock: options.clock,
        logger: ctx.logger,
        signal: ctx.signal,
        limitMs: waitMs(input.waitFor) ?? 0,
        page: pageOf(record, options),
      })
    : record;
}
