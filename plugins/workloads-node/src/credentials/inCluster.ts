import { ClusterDefinition } from '../types';
import { AUTH_PROVIDER, TOKEN_FILE } from '../config/authMetadata';

/** Where Kubernetes puts a pod's own account. */
const MOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Token file of the pod that the portal runs in. */
export const IN_CLUSTER_TOKEN_FILE = `${MOUNT}/token`;
/** CA file of the cluster that the portal runs in. */
export const IN_CLUSTER_CA_FILE = `${MOUNT}/ca.crt`;

/**
 * Whether the entry means the cluster that the portal itself runs in: as upstream has it, a service account without a
 * token, in a pod.
 */
export function isInCluster(
  cluster: ClusterDefinition,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  const metadata = cluster.authMetadata;
  return (
    metadata[AUTH_PROVIDER] === 'serviceAccount' &&
    !metadata.serviceAccountToken &&
    !metadata[TOKEN_FILE] &&
    Boolean(env.KUBERNETES_SERVICE_HOST)
  );
}

/** The API server's address as Kubernetes tells it to each pod. */
export function inClusterUrl(
  env: Readonly<Record<string, string | undefined>>,
): string {
  const host = env.KUBERNETES_SERVICE_HOST ?? '';
  const bracketed = host.includes(':') ? `[${host}]` : host;
  return `https://${bracketed}:${env.KUBERNETES_SERVICE_PORT ?? '443'}`;
}
