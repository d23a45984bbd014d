import { EnvironmentsApi } from '@domaindeck/backstage-plugin-environments-common';
import { explainRefusal } from '../access/explainRefusal';
import { ActionOptions, AnyContext } from './types';

/** Does something in the name of whoever started the task; a refusal says in the task's log what is wrong where. */
export async function runExplained(
  ctx: Pick<AnyContext, 'getInitiatorCredentials'>,
  options: Pick<ActionOptions, 'environments'>,
  run: (client: EnvironmentsApi) => Promise<void>,
): Promise<void> {
  try {
    await run(options.environments(await ctx.getInitiatorCredentials()));
  } catch (error) {
    throw explainRefusal(error);
  }
}
