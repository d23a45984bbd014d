/**
 * Fakes for tests and development apps.
 *
 * @packageDocumentation
 */
export type { AccessWorld } from './AccessWorld';
export { InMemoryAccessApi } from './InMemoryAccessApi';
export { paymentsAccess } from './paymentsAccess';
