/**
 * Model, permissions and typed client of the DomainDeck environments plugin.
 *
 * @packageDocumentation
 */
export * from './annotations';
export { ENVIRONMENTS_TOPIC } from './ENVIRONMENTS_TOPIC';
export type { EnvironmentNews } from './ENVIRONMENTS_TOPIC';
export * from './client';
export * from './entity';
export * from './model';
export * from './permissions';
export * from './specification';
