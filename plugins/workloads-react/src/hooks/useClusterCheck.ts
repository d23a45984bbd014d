import { useApi } from '@backstage/frontend-plugin-api';
import { ClusterCheck } from '@domaindeck/backstage-plugin-workloads-common';
import { workloadsApiRef } from '../workloadsApiRef';
import { RemoteOptions, RemoteResult, useRemote } from './useRemote';

/**
 * What the portal's own credentials may do in a cluster. For operators.
 * @param cluster - Undefined asks nothing.
 * @public
 */
export function useClusterCheck(
  cluster: string | undefined,
  options?: RemoteOptions,
): RemoteResult<ClusterCheck> {
  const api = useApi(workloadsApiRef);
  return useRemote(
    cluster,
    signal => api.getClusterCheck(cluster!, { signal }),
    options,
  );
}
