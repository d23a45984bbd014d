import { ClusterDefinition } from '../types';

/**
 * A cluster with harmless defaults: tier development, a service account with a token, and a port on which nobody listens.
 * @public
 */
export function clusterDefinition(
  fields?: Partial<ClusterDefinition>,
): ClusterDefinition {
  return {
    name: 'dev-1',
    url: 'http://127.0.0.1:1',
    tier: 'development',
    tags: [],
    restricted: false,
    selfService: false,
    authMetadata: {
      'kubernetes.io/auth-provider': 'serviceAccount',
      serviceAccountToken: 'token',
    },
    skipTLSVerify: false,
    ...fields,
  };
}
