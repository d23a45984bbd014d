import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { ClusterDefinition } from '@domaindeck/backstage-plugin-workloads-node';
import { RecordFilter } from '../store/types';
import { RecordResourceFilter } from './recordResource';

/** What rows do not hold: clusters with their tags, owners of domains. */
export interface FilterFacts {
  readonly clusters: readonly ClusterDefinition[];
  readonly owners: ReadonlyMap<string, readonly string[]>;
}

const EVERYTHING: RecordFilter = { allOf: [] };
const NOTHING: RecordFilter = { anyOf: [] };

/** Conditions of the permission framework as a filter of rows. */
export function toRecordFilter(
  criteria: PermissionCriteria<RecordResourceFilter>,
  facts: FilterFacts,
): RecordFilter {
  if ('allOf' in criteria) {
    return { allOf: criteria.allOf.map(one => toRecordFilter(one, facts)) };
  }
  if ('anyOf' in criteria) {
    return { anyOf: criteria.anyOf.map(one => toRecordFilter(one, facts)) };
  }
  if ('not' in criteria) {
    return { not: toRecordFilter(criteria.not, facts) };
  }
  return ruleFilter(criteria, facts);
}

function ruleFilter(
  filter: RecordResourceFilter,
  { clusters, owners }: FilterFacts,
): RecordFilter {
  const values = filter.values.map(String);
  const inClusters = (holds: (cluster: ClusterDefinition) => boolean) => ({
    field: 'cluster' as const,
    values: clusters.filter(holds).map(cluster => cluster.name),
  });
  switch (filter.property) {
    case 'collaboratorRefs':
      return { collaborators: values };
    case 'domainRef':
      return { field: 'domain', values };
    case 'domainOwnerRefs':
      return {
        field: 'domain',
        values: [...owners]
          .filter(([, refs]) => refs.some(ref => values.includes(ref)))
          .map(([domain]) => domain),
      };
    case 'tier':
    case 'cluster':
      return { field: filter.property, values };
    case 'tags':
      return inClusters(({ tags }) => tags.some(tag => values.includes(tag)));
    case 'restricted':
      // A cluster that is gone from the config counts as restricted, as in `recordResource`.
      return filter.values.includes(false)
        ? inClusters(({ restricted }) => filter.values.includes(restricted))
        : { not: inClusters(({ restricted }) => !restricted) };
    case 'creatorRef':
      return { field: 'creator', values };
    case 'namespace':
      return { field: 'namespace', values };
    case 'kind':
      return values.includes('self-service') ? EVERYTHING : NOTHING;
    default:
      return NOTHING;
  }
}
