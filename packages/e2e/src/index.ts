/**
 * Journeys through the whole portal in a real browser, the drop-in check and the benchmarks.
 *
 * @packageDocumentation
 */
export { REPOSITORY } from './repository';
