/**
 * API reference, hooks and shared components of the DomainDeck workloads plugin.
 *
 * @packageDocumentation
 */
export * from './clock';
export * from './components';
export * from './controls';
export * from './hooks';
export * from './live';
export * from './logs';
export * from './metrics';
export * from './rights';
export * from './signOut';
export * from './theme';
export * from './translation';
export { workloadsApiRef } from './workloadsApiRef';
