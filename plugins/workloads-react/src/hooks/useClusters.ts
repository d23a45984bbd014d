import { useApi } from '@backstage/frontend-plugin-api';
import { Cluster } from '@domaindeck/backstage-plugin-workloads-common';
import { workloadsApiRef } from '../workloadsApiRef';
import { RemoteResult, useRemote } from './useRemote';

/** As often as the portal probes each cluster; asking more often shows nothing new. */
const EVERY_MS = 10_000;

/**
 * The clusters in which the reader may view something, renewed every 10 s while the page is on the screen.
 * @public
 */
export function useClusters(): RemoteResult<{ items: Cluster[] }> {
  const api = useApi(workloadsApiRef);
  return useRemote('clusters', signal => api.getClusters({ signal }), {
    everyMs: EVERY_MS,
  });
}
