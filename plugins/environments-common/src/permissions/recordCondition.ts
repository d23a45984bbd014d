import {
  PermissionCondition,
  PermissionRuleParams,
} from '@backstage/plugin-permission-common';
import { EnvironmentRuleParams } from '@domaindeck/backstage-plugin-workloads-common';
import { recordResourceType } from './permissions';
import { EnvironmentsVerb } from './verbs';

/**
 * Parameters of the rules that judge a record: those of the environments of the workloads plugin, and one of its own.
 * @public
 */
export interface RecordRuleParams extends EnvironmentRuleParams {
  /** One of these refs is a collaborator of the environment. */
  SHARED_WITH: { claims: string[] };
}

/** Name of a rule that judges a record. @public */
export type RecordRuleName = keyof RecordRuleParams;

/**
 * A condition for a conditional decision about a verb's permission.
 *
 * @param params - absent for the rules that take none
 * @public
 */
export function recordCondition<TRule extends RecordRuleName>(
  verb: EnvironmentsVerb,
  rule: TRule,
  ...params: RecordRuleParams[TRule] extends undefined
    ? []
    : [params: RecordRuleParams[TRule]]
): PermissionCondition {
  const given: PermissionRuleParams = params[0];
  return {
    resourceType: recordResourceType(verb),
    rule,
    ...(given ? { params: given } : {}),
  };
}
