import {
  domainsOf,
  Grant,
  reachesEnvironment,
} from '@domaindeck/backstage-plugin-access-common';
import { Organisation } from '@domaindeck/backstage-plugin-access-node';
import { EnvironmentResource } from '@domaindeck/backstage-plugin-workloads-node';
import { accessResource } from '../permissions/accessResource';
import { RightsCluster } from '../rights/guardOwners';

/** Stands for every domain or cluster that there may be one day; no rule that names one holds for it. */
const ANY = '*';

/**
 * Everything that a grant reaches, as the rules of a policy judge it. Who may give a grant must hold `grant-manage` in
 * all of it.
 *
 * @remarks
 *
 * A grant that names no domain or no cluster also reaches those that come later. For these stands one that nobody can
 * name, so that only who holds the verb without naming any may give such a grant.
 */
export function reachOf(
  grant: Pick<Grant, 'subject' | 'domains' | 'where'>,
  clusters: readonly RightsCluster[],
  organisation: Organisation,
): EnvironmentResource[] {
  const { domainOwners } = organisation;
  const places = [...clusters, ...laterClusters(grant)];
  return domainRefsOf(grant, organisation).flatMap(domainRef =>
    places
      .filter(place =>
        reachesEnvironment(
          { domainRefs: 'all', where: grant.where },
          { ...place, domainRef },
        ),
      )
      .map(place =>
        accessResource(place, domainRef, domainOwners.get(domainRef) ?? []),
      ),
  );
}

/** The domains of a grant that there are, and one that stands for later ones. */
export function domainRefsOf(
  grant: Pick<Grant, 'subject' | 'domains'>,
  { domainOwners }: Pick<Organisation, 'domainOwners'>,
): readonly string[] {
  const domains = domainsOf(grant, { domainOwners });
  if (domains === 'all') {
    return [...domainOwners.keys(), ANY];
  }
  // What a subject owns may become more.
  return grant.domains === 'owned' ? [...domains, ANY] : domains;
}

function laterClusters({ where }: Pick<Grant, 'where'>): RightsCluster[] {
  if (where.clusters) {
    return [];
  }
  return (where.tiers ?? [ANY]).map(tier => ({
    cluster: ANY,
    tier,
    tags: where.tags ?? [],
    restricted: false,
  }));
}
