import { useApi } from '@backstage/frontend-plugin-api';
import {
  ChangePage,
  ChangesQuery,
} from '@domaindeck/backstage-plugin-workloads-common';
import { workloadsApiRef } from '../workloadsApiRef';
import { RemoteOptions, RemoteResult, useRemote } from './useRemote';

/**
 * A page of the releases and scalings of an entity's workloads, newest first.
 * @param entityRef - Full reference; undefined asks nothing.
 * @public
 */
export function useChanges(
  entityRef: string | undefined,
  query: ChangesQuery = {},
  options?: RemoteOptions,
): RemoteResult<ChangePage> {
  const api = useApi(workloadsApiRef);
  return useRemote(
    entityRef && `${entityRef} ${JSON.stringify(query)}`,
    signal => api.getChanges(entityRef!, query, { signal }),
    options,
  );
}
