/**
 * Roles, grants and the decision who may do what.
 *
 * @packageDocumentation
 */
export * from './roles';
export * from './verbTable';
export * from './grants';
export * from './types';
export * from './model';
export * from './permissions';
export * from './client';
export { effectiveGrants } from './effectiveGrants';
export { domainsOf, hasEnded, heldGrants } from './heldGrants';
export {
  decideAccess,
  namesClusters,
  reachesEnvironment,
} from './decideAccess';
export { parseRoles } from './parseRoles';
export { parseGrant, parseGrants } from './parseGrants';
export { rankOf, strongestRole } from './rankOf';
