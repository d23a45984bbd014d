import { InputError } from '@backstage/errors';
import { Grant, GrantScope } from '@domaindeck/backstage-plugin-access-common';
import { ClusterDefinition } from '@domaindeck/backstage-plugin-workloads-node';

const FIELDS: readonly {
  readonly field: keyof GrantScope;
  readonly word: string;
  readonly known: (cluster: ClusterDefinition) => readonly string[];
}[] = [
  { field: 'clusters', word: 'cluster', known: ({ name }) => [name] },
  { field: 'tiers', word: 'tier', known: ({ tier }) => [tier] },
  { field: 'tags', word: 'tag', known: ({ tags }) => tags },
];

/**
 * Compares what the grants of the config name with the clusters that there are. A name that nothing has would give
 * nobody anything, and nobody would notice.
 *
 * @throws InputError naming the key of the first cluster, tier or tag that no cluster has
 */
export function checkScopes(
  grants: readonly Grant[],
  clusters: readonly ClusterDefinition[],
): void {
  if (clusters.length === 0) {
    return;
  }
  for (const { field, word, known } of FIELDS) {
    const names = new Set(clusters.flatMap(known));
    grants.forEach((grant, index) =>
      grant.where[field]?.forEach((name, place) => {
        if (!names.has(name)) {
          throw new InputError(
            `Config key access.grants[${index}].where.${field}[${place}] names the unknown ${word} "${name}"; known are ${[
              ...names,
            ].join(', ')}`,
          );
        }
      }),
    );
  }
}
