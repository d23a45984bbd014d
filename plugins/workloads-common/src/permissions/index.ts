export { WORKLOADS_VERBS } from './verbs';
export type { WorkloadsVerb } from './verbs';
export {
  clusterInspectPermission,
  environmentPermissions,
  environmentResourceType,
  workloadsPermissions,
} from './permissions';
export { environmentCondition } from './environmentCondition';
export type {
  EnvironmentRuleName,
  EnvironmentRuleParams,
} from './environmentCondition';
