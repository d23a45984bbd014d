/**
 * The Access tab and the card Who may, for the new frontend system. For the classic one import from `./legacy`.
 *
 * @packageDocumentation
 */
export { accessPlugin as default } from './plugin';
export { accessApiRef } from './accessApiRef';
export { accessTabRouteRef } from './routes';
export { accessTranslationRef } from './translation';
