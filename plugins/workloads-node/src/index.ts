/**
 * What backends need that read clusters: registry, bindings, credentials and connections.
 *
 * @packageDocumentation
 */
export * from './types';
