import { RightsEnvironment } from '@domaindeck/backstage-plugin-access-common';

/**
 * What each column is called, by cluster: its tier, with the cluster's title where two columns are of one tier.
 * @param tierLabel - The tier in the reader's language.
 */
export function environmentNames(
  environments: readonly RightsEnvironment[],
  tierLabel: (tier: string) => string,
): ReadonlyMap<string, string> {
  return new Map(
    environments.map(({ cluster, tier, title }) => {
      const alone =
        environments.filter(other => other.tier === tier).length === 1;
      return [cluster, alone ? tierLabel(tier) : `${tierLabel(tier)} ${title}`];
    }),
  );
}
