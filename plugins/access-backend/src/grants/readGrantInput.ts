import { InputError } from '@backstage/errors';
import {
  Grant,
  GrantInput,
  GrantPatch,
  parseGrant,
  Roles,
} from '@domaindeck/backstage-plugin-access-common';
import { Organisation } from '@domaindeck/backstage-plugin-access-node';
import { RightsCluster } from '../rights/guardOwners';
import { StoredGrant } from '../store/types';

/** What a grant is compared with. */
export interface KnownNames {
  readonly roles: Roles;
  readonly organisation: Organisation;
  /** Clusters of which the caller may know; a grant may name no others. */
  readonly clusters: readonly RightsCluster[];
  readonly now: Date;
}

/**
 * Reads a new grant.
 * @throws InputError naming the field that is wrong.
 */
export function readGrantInput(
  input: GrantInput,
  id: string,
  known: KnownNames,
): Grant {
  const grant = parseGrant(input, known.roles, 'Field grant', id);
  if (!known.organisation.has(grant.subject)) {
    throw new InputError(
      `Field grant.subject names "${grant.subject}", which the catalog does not have`,
    );
  }
  return checked(grant, known);
}

/**
 * Applies a change to a grant.
 * @throws InputError naming the field that is wrong.
 */
export function readGrantPatch(
  grant: StoredGrant,
  patch: GrantPatch,
  known: KnownNames,
): Grant {
  const { id, subject, domains } = grant;
  const until = patch.until === undefined ? grant.until : patch.until;
  const changed = parseGrant(
    {
      subject,
      domains,
      where: patch.where ?? grant.where,
      role: patch.role ?? grant.role,
      ...(until === undefined || until === null ? {} : { until }),
      why: patch.why,
    },
    known.roles,
    'Field grant',
    id,
  );
  return checked(changed, known);
}

function checked(grant: Grant, { clusters, now }: KnownNames): Grant {
  const { where, until } = grant;
  compare(
    'clusters',
    where.clusters,
    clusters.map(({ cluster }) => cluster),
  );
  compare(
    'tiers',
    where.tiers,
    clusters.map(({ tier }) => tier),
  );
  compare(
    'tags',
    where.tags,
    clusters.flatMap(({ tags }) => tags),
  );
  if (until !== undefined && Date.parse(until) <= now.getTime()) {
    throw new InputError(
      `Field grant.until is ${until}, which is not in the future; to end a grant, delete it`,
    );
  }
  return {
    ...grant,
    ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
  };
}

function compare(
  field: string,
  names: readonly string[] | undefined,
  known: readonly string[],
): void {
  names?.forEach((name, index) => {
    if (!known.includes(name)) {
      const others = [...new Set(known)].join(', ');
      throw new InputError(
        `Field grant.where.${field}[${index}] names the unknown "${name}"; ${
          others ? `known are ${others}` : 'none are known'
        }`,
      );
    }
  });
}
