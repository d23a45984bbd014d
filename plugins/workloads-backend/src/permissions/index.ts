export { environmentResourceRef, environmentRules } from './environmentRules';
export { PermissionEnvironmentAuthorizer } from './PermissionEnvironmentAuthorizer';
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
