import { LABEL_ENVIRONMENT_ID } from '@domaindeck/backstage-plugin-workloads-common';
import { BASELINE_KINDS, ClusterFacts } from '../../clone';
import { at, KubernetesObject } from '../../objects';
import { NAMESPACE_KIND } from '../api/APPLIED_KINDS';
import { ClusterLists } from '../api/ClusterLists';

const ROUTE_KINDS = BASELINE_KINDS.filter(one =>
  ['Ingress', 'HTTPRoute'].includes(one.kind),
);

/** Reads what the whole cluster knows. A host that two use belongs to the one who had it first. */
export async function readFacts(
  lists: ClusterLists,
  signal: AbortSignal | undefined,
): Promise<Pick<ClusterFacts, 'namespaces' | 'hostsInUse'>> {
  const [namespaces, ...routes] = await Promise.all([
    lists.list({ kind: NAMESPACE_KIND, metadataOnly: true }, signal),
    ...ROUTE_KINDS.map(kind =>
      lists.list({ kind, withoutManagers: true }, signal),
    ),
  ]);
  const holders = routes
    .flat()
    .sort((a, b) => bornAt(b) - bornAt(a))
    .flatMap(route =>
      hostsOf(route).map(host => [host, route.metadata.namespace ?? '']),
    );
  return {
    namespaces: Object.fromEntries(
      namespaces.map(({ metadata }) => [
        metadata.name,
        metadata.labels?.[LABEL_ENVIRONMENT_ID],
      ]),
    ),
    // Of the same host the last entry stays, which is the oldest.
    hostsInUse: Object.fromEntries(holders),
  };
}

function hostsOf(route: KubernetesObject): string[] {
  const rules = at(route, 'spec', 'rules');
  const names = at(route, 'spec', 'hostnames');
  const hosts = [
    ...(Array.isArray(rules) ? rules.map(rule => at(rule, 'host')) : []),
    ...(Array.isArray(names) ? names : []),
  ];
  return hosts.filter(
    host => typeof host === 'string' && host !== '',
  ) as string[];
}

function bornAt(object: KubernetesObject): number {
  return Date.parse(object.metadata.creationTimestamp ?? '') || 0;
}
