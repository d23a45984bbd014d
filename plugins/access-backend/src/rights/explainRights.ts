import {
  Explanation,
  ExplainedChain,
  ExplainedVerb,
  GrantRecord,
  Grant,
  HeldGrant,
  rolesWithVerb,
  roleHasVerb,
  strongestRole,
} from '@domaindeck/backstage-plugin-access-common';
import { DomainRights } from './DomainRights';

type Explained = Pick<
  Explanation,
  'subject' | 'groups' | 'chains' | 'verbs' | 'environments'
>;

/**
 * What somebody may do in the domain, and the ways that lead there.
 *
 * @param recordOf - a grant as callers get it
 */
export function explainRights(
  rights: DomainRights,
  ref: string,
  recordOf: (grant: Grant) => GrantRecord,
): Explained {
  const { environments, organisation } = rights;
  const held = rights.held(ref);
  const reaching = environments.map(environment =>
    rights.in(held, environment),
  );
  // A way that leads to none of the clusters would only tell that there are others.
  const ways = held.filter(way => reaching.some(some => some.includes(way)));
  const chains = ways.map(
    (way): ExplainedChain => ({
      role: way.role,
      path: way.path.map(step => rights.info(step)),
      source: way.source.type,
      ...(way.source.type === 'grant'
        ? { grant: recordOf(way.source.grant) }
        : {}),
      clusters: environments
        .filter((_, index) => reaching[index].includes(way))
        .map(({ cluster }) => cluster),
      verbs: [...rights.verbsOf([way])],
    }),
  );
  return {
    subject: rights.info(ref),
    groups: [...organisation.subject(ref).groups].map(([group, path]) => ({
      group: rights.info(group),
      path: [...path],
    })),
    environments: [...environments],
    chains,
    verbs: rights.verbs().map(verb => ({
      verb,
      cells: environments.map(({ cluster }, index) => ({
        cluster,
        ...explainCell(rights, verb, reaching[index], ways),
      })),
    })),
  };
}

function explainCell(
  rights: DomainRights,
  verb: string,
  here: readonly HeldGrant[],
  ways: readonly HeldGrant[],
): Omit<ExplainedVerb['cells'][number], 'cluster'> {
  const giving = here.filter(({ role }) =>
    roleHasVerb(rights.roles, role, verb),
  );
  if (giving.length > 0) {
    return { allowed: true, chains: giving.map(way => ways.indexOf(way)) };
  }
  const holds = strongestRole(
    rights.roles,
    here.map(({ role }) => role),
  );
  return {
    allowed: false,
    needs: rolesWithVerb(rights.roles, verb),
    ...(holds === undefined ? {} : { holds }),
  };
}
