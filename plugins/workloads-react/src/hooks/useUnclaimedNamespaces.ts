import { useApi } from '@backstage/frontend-plugin-api';
import { UnclaimedNamespace } from '@domaindeck/backstage-plugin-workloads-common';
import { workloadsApiRef } from '../workloadsApiRef';
import { RemoteOptions, RemoteResult, useRemote } from './useRemote';

/**
 * Namespaces that no domain claims, with the binding to paste. For operators.
 * @public
 */
export function useUnclaimedNamespaces(
  options?: RemoteOptions,
): RemoteResult<{ items: UnclaimedNamespace[] }> {
  const api = useApi(workloadsApiRef);
  return useRemote(
    'unclaimed',
    signal => api.getUnclaimedNamespaces({ signal }),
    options,
  );
}
