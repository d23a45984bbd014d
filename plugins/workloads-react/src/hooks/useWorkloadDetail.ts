import { useApi } from '@backstage/frontend-plugin-api';
import {
  workloadId,
  WorkloadDetail,
  WorkloadIdentity,
} from '@domaindeck/backstage-plugin-workloads-common';
import { workloadsApiRef } from '../workloadsApiRef';
import { RemoteOptions, RemoteResult, useRemote } from './useRemote';

/**
 * Everything the portal knows of one workload.
 * @param identity - Undefined asks nothing.
 * @public
 */
export function useWorkloadDetail(
  identity: WorkloadIdentity | undefined,
  options?: RemoteOptions,
): RemoteResult<WorkloadDetail> {
  const api = useApi(workloadsApiRef);
  return useRemote(
    identity && workloadId(identity),
    signal => api.getWorkload(identity!, { signal }),
    options,
  );
}
