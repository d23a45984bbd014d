/**
 * Self-service environments beside the baselines of domains.
 *
 * @packageDocumentation
 */
export { environmentsPlugin as default } from './plugin';
