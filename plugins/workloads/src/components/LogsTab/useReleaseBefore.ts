import { useApi } from '@backstage/frontend-plugin-api';
import {
  useRemote,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Crash } from './model/logChoice';
import { LastRelease, lastReleaseBefore } from './model/lastReleaseBefore';

/** Releases of one workload that are looked through for the one that brought the pod. */
const LOOK_AT = 20;

/**
 * The release that preceded a crashed pod: a fact beside the crash, and no claim that it is the cause.
 * @returns undefined while it is not known, and where none is
 */
export function useReleaseBefore(
  entityRef: string,
  { pod }: Crash,
): LastRelease | undefined {
  const api = useApi(workloadsApiRef);
  const changes = useRemote(
    JSON.stringify([entityRef, pod.workload]),
    signal =>
      api.getChanges(
        entityRef,
        { type: 'release', workload: pod.workload, limit: LOOK_AT },
        { signal },
      ),
    {},
  );
  return changes.status === 'ready'
    ? lastReleaseBefore(changes.data.items, pod)
    : undefined;
}
