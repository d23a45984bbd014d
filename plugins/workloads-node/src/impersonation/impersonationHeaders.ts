import { ClusterIdentity } from '../types';

/** The API server's own prefix; whoever may act as one of these may do anything. */
const RESERVED = /^\s*system:/i;

/**
 * The headers with which an API server takes a request as somebody else's.
 *
 * @throws Error for a name of the cluster's own (`system:`), whatever the caller's config says: the last guard before
 * the network
 * @see https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/
 */
export function impersonationHeaders(
  identity: ClusterIdentity,
): Record<string, string | string[]> {
  const { user, groups } = identity;
  const refused = [user, ...groups].find(
    name => name === '' || RESERVED.test(name),
  );
  if (refused !== undefined) {
    throw new Error(`The portal never acts as "${refused}"`);
  }
  return {
    'impersonate-user': user,
    ...(groups.length > 0 ? { 'impersonate-group': [...groups] } : {}),
  };
}
