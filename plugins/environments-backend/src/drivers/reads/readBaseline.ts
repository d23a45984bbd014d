import { BASELINE_KINDS, BaselineKind } from '../../clone';
import { KubernetesObject } from '../../objects';
import { ClusterLists, ListQuery } from '../api/ClusterLists';
import { inTurns } from './inTurns';

/** A release that Helm keeps in a Secret may be a megabyte, and no service mounts one. */
const NO_RELEASES = 'type!=helm.sh/release.v1';

/** What is listed of several kinds. */
interface AllQuery extends Pick<ListQuery, 'withoutManagers' | 'secretNames'> {
  readonly kinds: readonly BaselineKind[];
  readonly namespace: string;
}

/** All objects of some kinds in a namespace. */
export async function listAll(
  lists: ClusterLists,
  { kinds, ...query }: AllQuery,
  signal: AbortSignal | undefined,
): Promise<KubernetesObject[]> {
  const found = await inTurns(kinds, kind =>
    lists.list(
      {
        kind,
        ...query,
        ...(kind.kind === 'Secret' ? { fieldSelector: NO_RELEASES } : {}),
      },
      signal,
    ),
  );
  return found.flat();
}

/**
 * Everything that a baseline is planned from. Its Services come first: of a Secret's values only those of their names are
 * kept that they lead to.
 */
export async function readBaseline(
  lists: ClusterLists,
  namespace: string,
  signal: AbortSignal | undefined,
): Promise<KubernetesObject[]> {
  const isService = (kind: BaselineKind) => kind.kind === 'Service';
  const services = await listAll(
    lists,
    {
      kinds: BASELINE_KINDS.filter(isService),
      namespace,
      withoutManagers: true,
    },
    signal,
  );
  const others = await listAll(
    lists,
    {
      kinds: BASELINE_KINDS.filter(kind => !isService(kind)),
      namespace,
      withoutManagers: true,
      secretNames: {
        namespace,
        services: new Set(services.map(one => one.metadata.name)),
      },
    },
    signal,
  );
  return [...services, ...others];
}
