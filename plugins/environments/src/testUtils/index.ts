/**
 * Fakes and builders for tests and development apps.
 *
 * @packageDocumentation
 */
export { anEnvironmentRecord } from './anEnvironmentRecord';
export type { EnvironmentsWorld } from './EnvironmentsWorld';
export { notInstalled, responseError } from './fakeErrors';
export { InMemoryEnvironmentsApi } from './InMemoryEnvironmentsApi';
export { paymentsEnvironments } from './paymentsEnvironments';
