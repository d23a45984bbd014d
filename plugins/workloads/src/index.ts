/**
 * The Workloads and Logs tabs and the Clusters page, for the new frontend system. For the classic one import from `./legacy`.
 *
 * @packageDocumentation
 */
export { workloadsPlugin as default } from './plugin';
export {
  clustersRouteRef,
  logsTabRouteRef,
  workloadsTabRouteRef,
} from './routes';
export { workloadsTranslationRef } from './translation';
