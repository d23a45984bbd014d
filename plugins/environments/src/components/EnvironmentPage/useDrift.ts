import { useApi } from '@backstage/frontend-plugin-api';
import {
  EnvironmentDrift,
  EnvironmentRecord,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  RemoteResult,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsApiRef } from '../../environmentsApiRef';

/**
 * How an environment and its baseline have moved apart. Comparing asks the cluster about every object, so it is done when the
 * page opens, when the environment was changed, and when the backend has counted otherwise, not by the clock. Idle where
 * there is nothing to compare.
 */
export function useDrift(
  record: EnvironmentRecord,
): RemoteResult<EnvironmentDrift> {
  const api = useApi(environmentsApiRef);
  const comparable =
    !record.clusterSilent &&
    (record.state === 'ready' || record.state === 'asleep');
  return useRemote(
    comparable ? record.id : undefined,
    signal => api.getDrift(record.id, { signal }),
    {
      changeKey: JSON.stringify([
        record.generation,
        record.state,
        record.services.map(service => service.drift),
      ]),
    },
  );
}
