export { environmentResourceRef } from './environmentResourceRef';
export { CachedEnvironmentAuthorizer } from './CachedEnvironmentAuthorizer';
export { DecisionCache } from './DecisionCache';
export { PermissionEnvironmentAuthorizer } from './PermissionEnvironmentAuthorizer';
export { personKey } from './personKey';
export { registerPermissions } from './registerPermissions';
export type {
  EnvironmentAccess,
  EnvironmentAuthorizer,
  EnvironmentFilter,
  EnvironmentResource,
} from './types';
export { AccessGate } from './AccessGate';
export { VerbRefusal } from './VerbRefusal';
export type { RulesetOf } from './PermissionEnvironmentAuthorizer';
