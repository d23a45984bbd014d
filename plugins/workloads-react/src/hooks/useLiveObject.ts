import { useApi } from '@backstage/frontend-plugin-api';
import {
  LiveObject,
  ObjectLocation,
} from '@domaindeck/backstage-plugin-workloads-common';
import { workloadsApiRef } from '../workloadsApiRef';
import { RemoteOptions, RemoteResult, useRemote } from './useRemote';

/**
 * One object as the cluster holds it at this moment, secrets masked.
 * @param location - Undefined asks nothing.
 * @public
 */
export function useLiveObject(
  location: ObjectLocation | undefined,
  options?: RemoteOptions,
): RemoteResult<LiveObject> {
  const api = useApi(workloadsApiRef);
  return useRemote(
    location &&
      [
        location.cluster,
        location.namespace,
        location.group,
        location.version,
        location.resource,
        location.name,
      ].join('/'),
    signal => api.getObject(location!, { signal }),
    options,
  );
}
