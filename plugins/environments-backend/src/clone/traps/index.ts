export { besideTraps } from './besides';
export { pausedTraps, sharedDataTraps } from './data';
export {
  hardCodedTraps,
  headlessNames,
  headlessTraps,
  namesLostMembers,
  podNamesOf,
  serviceLinkTraps,
  tlsTraps,
} from './names';
export { needTraps } from './needs';
export { policyTraps } from './policies';
export { registryTraps } from './registries';
export { droppedTraps, placementTraps, volumeTraps } from './workloads';
export { busyTraps, chainTraps, limitTraps } from './limits';
export { storageTraps } from './storage';
export { versionTraps } from './versions';
