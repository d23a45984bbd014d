/**
 * Roles, grants and the decision who may do what.
 *
 * @packageDocumentation
 */
export * from './roles';
export * from './grants';
