import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { EnvironmentsOf } from '../access/environmentsOnBehalfOf';

/** What every action needs. */
export interface ActionOptions {
  readonly environments: EnvironmentsOf;
  readonly clock: Clock;
  /** Where the portal is, without a trailing slash. */
  readonly portalUrl: string;
}

/** What the parts of actions take of a context, whatever its input. */
export type AnyContext = Pick<
  ActionContext<JsonObject>,
  | 'each'
  | 'getInitiatorCredentials'
  | 'isDryRun'
  | 'logger'
  | 'output'
  | 'signal'
  | 'step'
  | 'task'
>;
