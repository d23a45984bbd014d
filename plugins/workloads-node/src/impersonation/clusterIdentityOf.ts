import { parseEntityRef } from '@backstage/catalog-model';
import { ClusterIdentity, Impersonation } from '../types';

/**
 * Who a person of the portal is to a cluster.
 *
 * The user is the prefix and the entity's name; outside the namespace `default` also the namespace, so that two people
 * of one name stay two: `user:acme/ann` becomes `acme/ann`.
 *
 * @param person.groupRefs - departments as the catalog has them now, parents included
 * @public
 */
export function clusterIdentityOf(
  impersonation: Impersonation,
  person: {
    readonly userEntityRef: string;
    readonly groupRefs: readonly string[];
  },
): ClusterIdentity {
  const { namespace, name } = parseEntityRef(lower(person.userEntityRef));
  const ownName = namespace === 'default' ? name : `${namespace}/${name}`;
  const groups = person.groupRefs
    .map(lower)
    .filter(ref => Object.hasOwn(impersonation.groups, ref))
    .map(ref => impersonation.groups[ref]);
  return {
    user: `${impersonation.userPrefix}${ownName}`,
    groups: [...new Set(groups)].sort(),
  };
}

/** Refs are told apart without regard to case. */
function lower(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
