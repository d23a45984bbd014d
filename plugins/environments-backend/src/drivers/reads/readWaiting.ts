import { BaselineKind } from '../../clone';
import { KubernetesObject } from '../../objects';
import { ClusterLists } from '../api/ClusterLists';

const core = { group: '', version: 'v1' };
const POD: BaselineKind = { ...core, kind: 'Pod', resource: 'pods' };
const EVENT: BaselineKind = { ...core, kind: 'Event', resource: 'events' };

/** Pods of a namespace, and of its events the warnings: nothing else explains why something waits. */
export async function readWaiting(
  lists: ClusterLists,
  namespace: string,
  signal: AbortSignal | undefined,
): Promise<{
  readonly pods: readonly KubernetesObject[];
  readonly events: readonly KubernetesObject[];
}> {
  const query = { namespace, withoutManagers: true };
  const [pods, events] = await Promise.all([
    lists.list({ kind: POD, ...query }, signal),
    lists.list(
      { kind: EVENT, ...query, fieldSelector: 'type!=Normal' },
      signal,
    ),
  ]);
  return { pods, events };
}
