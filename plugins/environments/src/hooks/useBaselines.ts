import { useApiHolder } from '@backstage/frontend-plugin-api';
import {
  RemoteResult,
  useRemote,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import { BaselineSummary, baselinesOf } from '../model/baselinesOf';

/** The page's one stream is that of the environments; how the baselines fare is asked for now and then. */
const EVERY_MS = 30_000;

/** How the baselines of a domain fare; idle in a portal without the workloads plugin. */
export function useBaselines(
  domain: string,
): RemoteResult<readonly BaselineSummary[]> {
  const api = useApiHolder().get(workloadsApiRef);
  return useRemote(
    api ? domain : undefined,
    async signal => {
      const [snapshot, environments] = await Promise.all([
        api!.getWorkloads(domain, undefined, { signal }),
        api!.getEnvironments(domain, { signal }),
      ]);
      return baselinesOf(environments.items, snapshot.items, snapshot.clusters);
    },
    { everyMs: EVERY_MS },
  );
}
