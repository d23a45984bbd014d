export { useClusterCheck } from './useClusterCheck';
export { useClusters } from './useClusters';
export { useEvents } from './useEvents';
export { useLiveObject } from './useLiveObject';
export { useRemote } from './useRemote';
export type { Remote, RemoteOptions, RemoteResult } from './useRemote';
export { useUnclaimedNamespaces } from './useUnclaimedNamespaces';
export { useWorkloadDetail } from './useWorkloadDetail';
export { useWorkloads } from './useWorkloads';
