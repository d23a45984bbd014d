export { ENVIRONMENTS_VERBS } from './verbs';
export type { EnvironmentsVerb } from './verbs';
export {
  environmentsPermissions,
  recordPermissions,
  recordResourceType,
} from './permissions';
export { recordCondition } from './recordCondition';
export type { RecordRuleName, RecordRuleParams } from './recordCondition';
