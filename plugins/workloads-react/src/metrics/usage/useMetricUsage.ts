import { useApi } from '@backstage/frontend-plugin-api';
import { MetricUsageAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { RemoteResult, useRemote } from '../../hooks';
import { metricsApiRef } from '../metricsApiRef';

/** Half a step of what is told: nobody sees it sooner. */
const EVERY_MS = 60_000;

/**
 * What each workload of an entity used in the last hour: one question for all of a page.
 * @param entityRef - full reference; undefined asks nothing
 * @public
 */
export function useMetricUsage(
  entityRef: string | undefined,
): RemoteResult<MetricUsageAnswer> {
  const api = useApi(metricsApiRef);
  return useRemote(
    entityRef,
    signal => api.getMetricUsage(entityRef!, { signal }),
    { everyMs: EVERY_MS },
  );
}
