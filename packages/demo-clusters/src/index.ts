export type { AccessAttributes, DemoToken, TokenRule } from './apiserver/Token';
export { isAllowed } from './apiserver/Token';
export type { RequestCount } from './apiserver/RequestCounter';
export type { ClusterFault, DemoCluster } from './cluster/DemoCluster';
export type { DemoClusterOptions } from './cluster/DemoClusterOptions';
export { startDemoCluster } from './cluster/startDemoCluster';
export {
  type DemoWorld,
  type DemoWorldOptions,
  startDemoWorld,
} from './cluster/startDemoWorld';
export {
  type ControlServer,
  startControlServer,
} from './control/startControlServer';
export type {
  KubernetesObject,
  ObjectMeta,
  OwnerReference,
} from './model/KubernetesObject';
export { ANNOTATION_BEHAVIOUR } from './player/behaviours';
export type { World } from './worlds/World';
export { loadWorlds, parseManifests } from './worlds/loadWorlds';
export {
  type KubernetesContractTarget,
  contractRestrictedRule,
} from './contract/KubernetesContractTarget';
export { describeKubernetesContract } from './contract/describeKubernetesContract';
export {
  type SyntheticWorldOptions,
  syntheticWorld,
} from './worlds/syntheticWorld';
