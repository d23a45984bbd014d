/**
 * Permission policy: departments, tiers and roles decide who sees and does what.
 *
 * @packageDocumentation
 */
export { permissionModuleAccess as default } from './permissionModuleAccess';
