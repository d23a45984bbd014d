export { RecordAuthorizer } from './RecordAuthorizer';
export type { RecordAccess, RulesetOf } from './RecordAuthorizer';
export {
  baselineResource,
  recordResource,
  recordResourceRef,
} from './recordResource';
export type { RecordResource } from './recordResource';
export { registerPermissions } from './registerPermissions';
