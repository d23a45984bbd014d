import { ClusterAccess } from './TestClusters';

/** The stock `kubernetes:` config for clusters that take a bearer token. */
export function kubernetesConfig(clusters: readonly ClusterAccess[]): object {
  return {
    serviceLocatorMethod: { type: 'multiTenant' },
    clusterLocatorMethods: [
      {
        type: 'config',
        clusters: clusters.map(({ name, url, token }) => ({
          name,
          url,
          authProvider: 'serviceAccount',
          serviceAccountToken: token,
        })),
      },
    ],
  };
}
