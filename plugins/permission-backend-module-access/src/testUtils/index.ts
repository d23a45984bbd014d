/**
 * The policy for the tests of plugins whose permissions it decides.
 *
 * @packageDocumentation
 */
export { createTestPolicy } from './createTestPolicy';
