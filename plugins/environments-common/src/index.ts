/**
 * Model, permissions and typed client of the DomainDeck environments plugin.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './client';
export * from './model';
export * from './permissions';
export * from './specification';
