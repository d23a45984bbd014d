import { useApi } from '@backstage/frontend-plugin-api';
import {
  EventPage,
  EventsQuery,
} from '@domaindeck/backstage-plugin-workloads-common';
import { workloadsApiRef } from '../workloadsApiRef';
import { RemoteOptions, RemoteResult, useRemote } from './useRemote';

/**
 * A page of the events of an entity's workloads, newest first.
 * @param entityRef - Full reference; undefined asks nothing.
 * @public
 */
export function useEvents(
  entityRef: string | undefined,
  query: EventsQuery = {},
  options?: RemoteOptions,
): RemoteResult<EventPage> {
  const api = useApi(workloadsApiRef);
  return useRemote(
    entityRef && `${entityRef} ${JSON.stringify(query)}`,
    signal => api.getEvents(entityRef!, query, { signal }),
    options,
  );
}
