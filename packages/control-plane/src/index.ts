export { buildTools } from './build/buildTools';
export type { Progress } from './build/buildTools';
export { openToolCache } from './build/toolCache';
export type { ToolCache } from './build/toolCache';
export { toolModules } from './build/toolModules';
export type { ToolModule } from './build/toolModules';
export type { ClusterTokens } from './cluster/accounts';
export type { AuditedRequest } from './cluster/readAudited';
export { startCoreDns } from './coredns/startCoreDns';
export type { RealCoreDns, StartCoreDnsOptions } from './coredns/startCoreDns';
export { startLoki } from './loki/startLoki';
export type {
  PushedStream,
  RealLoki,
  StartLokiOptions,
} from './loki/startLoki';
export type { ContainerLog } from './cluster/renderLogs';
export { freePorts } from './process/freePorts';
export { waitUntil } from './process/waitUntil';
export { startPrometheus } from './prometheus/startPrometheus';
export type { RealPrometheus } from './prometheus/startPrometheus';
export { pushImages } from './registry/pushImages';
export { startRegistry } from './registry/startRegistry';
export type { RealRegistry } from './registry/startRegistry';
export { startControlPlane } from './startControlPlane';
export type {
  ControlPlane,
  RealCluster,
  StartControlPlaneOptions,
} from './startControlPlane';
