/**
 * The Environments tab and the page My environments, for the new frontend system. For the classic one import from `./legacy`.
 *
 * @packageDocumentation
 */
export { environmentsPlugin as default } from './plugin';
export { environmentsApiRef } from './environmentsApiRef';
export { environmentsTabRouteRef, myEnvironmentsRouteRef } from './routes';
export { environmentsTranslationRef } from './translation';
