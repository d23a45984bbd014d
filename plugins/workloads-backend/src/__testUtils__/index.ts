export { assembleForTest } from './assembleForTest';
export type { TestAssembly } from './assembleForTest';
export { entity } from './entity';
export { InMemoryClusterReader } from './InMemoryClusterReader';
export {
  deploymentObject,
  eventObject,
  namespaceObject,
  podObject,
} from './kubernetesObjects';
export { startWorkloadsBackend } from './startWorkloadsBackend';
export type { WorkloadsBackend } from './startWorkloadsBackend';
export {
  demoBindings,
  demoCatalog,
  demoClusters,
  demoReader,
} from './demoWorld';
