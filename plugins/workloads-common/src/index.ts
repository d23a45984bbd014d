/**
 * Model, permissions and typed client of the DomainDeck workloads plugin.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './client';
export * from './logs';
export * from './metrics';
export * from './model';
export * from './permissions';
export * from './secrets';
