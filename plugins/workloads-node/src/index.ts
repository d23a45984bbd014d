/**
 * What backends need that read clusters: registry, bindings, credentials and connections.
 *
 * @packageDocumentation
 */
export * from './types';
export { SharedAnswers } from './answers/SharedAnswers';
export type { SharedAnswersOptions } from './answers/SharedAnswers';
export type { Clock } from './clock/Clock';
export { pause } from './clock/pause';
export { systemClock } from './clock/systemClock';
export { ClusterRegistry } from './clusters/ClusterRegistry';
export type { UnreadLocator } from './config/readLocatedClusters';
export { isConnectionHeader } from './connection/checkPassedHeaders';
export { ClusterError } from './connection/ClusterError';
export type { ClusterErrorCause } from './connection/ClusterError';
export { DefaultClusterConnection } from './connection/DefaultClusterConnection';
export { explainConnectionError } from './connection/explainConnectionError';
export { readRetryAfter } from './connection/readRetryAfter';
export { readServerStatus } from './connection/readServerStatus';
export type { ServerStatus } from './connection/readServerStatus';
export { readWhole } from './connection/readWhole';
export { CredentialStrategies } from './credentials/CredentialStrategies';
export {
  credentialsExtensionPoint,
  environmentsCredentialsExtensionPoint,
} from './credentials/credentialsExtensionPoint';
export type { CredentialsExtensionPoint } from './credentials/credentialsExtensionPoint';
export { DefaultCredentialSource } from './credentials/DefaultCredentialSource';
export { clusterIdentityOf } from './impersonation/clusterIdentityOf';
export { ClusterRefusal } from './impersonation/ClusterRefusal';
export { environmentRules } from './permissions/environmentRules';
export type { EnvironmentResourceRef } from './permissions/environmentRules';
export type {
  EnvironmentFilter,
  EnvironmentResource,
} from './permissions/types';
export { MetricSources } from './metrics/MetricSources';
export { metricSourceExtensionPoint } from './metrics/metricSourceExtensionPoint';
export type {
  MetricSourceExtensionPoint,
  MetricSourceFactory,
} from './metrics/metricSourceExtensionPoint';
export type {
  ClusterMetricsConfig,
  MetricScope,
  MetricScopeWorkload,
  MetricSource,
  MetricSourceRight,
  MetricSourceAnswer,
  MetricSourceQuery,
  MetricSourceSeries,
} from './metrics/MetricSource';
export { LogHistories } from './logs/LogHistories';
export { logHistoryExtensionPoint } from './logs/logHistoryExtensionPoint';
export type { LogHistoryExtensionPoint } from './logs/logHistoryExtensionPoint';
export type {
  ClusterLogsConfig,
  LogHistoryCount,
  LogHistoryFactory,
  LogHistoryLine,
  LogHistoryPage,
  LogHistoryQuery,
  LogHistoryScope,
  LogHistorySource,
} from './logs/LogHistorySource';
export { pluginApis } from './plugins/pluginApis';
export type { PluginApisOptions } from './plugins/pluginApis';
export { writeNdjson } from './stream/writeNdjson';
export { writePieces } from './stream/writePieces';
