import { mockServices } from '@backstage/backend-test-utils';
import {
  ActionContext,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject } from '@backstage/types';
import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { ActionOptions } from '../actions/types';
import { StandingApi } from './StandingApi';

/** What an action has left behind. */
export interface Run {
  readonly output: Record<string, unknown>;
  /** What stands in the log of the task, warnings with `warn` before them. */
  readonly log: string[];
}

/** Runs an action as one step of a task. */
export async function runAction(
  make: (options: ActionOptions) => unknown,
  api: StandingApi,
  input: JsonObject,
  context: Partial<ActionContext<JsonObject>> = {},
): Promise<Run> {
  const run: Run = { output: {}, log: [] };
  const logger = mockServices.logger.mock({
    info: text => run.log.push(text),
    warn: text => run.log.push(`warn ${text}`),
  });
  // Which input an action takes is the business of its schema, which a task checks before.
  const action = make({
    environments: () => api.api,
    clock: FakeClock.create(),
    portalUrl: 'https://portal.example',
  }) as TemplateAction<JsonObject>;
  await action.handler({
    ...createMockActionContext({ input, workspacePath: '/unused' }),
    logger,
    output: (name, value) => {
      run.output[name] = value;
    },
    ...context,
  });
  return run;
}
