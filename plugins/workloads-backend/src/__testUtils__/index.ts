export { entity } from './entity';
export { InMemoryClusterReader } from './InMemoryClusterReader';
export {
  deploymentObject,
  eventObject,
  namespaceObject,
} from './kubernetesObjects';
export { startWorkloadsBackend } from './startWorkloadsBackend';
export type { WorkloadsBackend } from './startWorkloadsBackend';
export { demoCatalog, demoClusters, demoReader } from './demoWorld';
