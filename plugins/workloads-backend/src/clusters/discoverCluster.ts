import { ClusterConnection } from '@domaindeck/backstage-plugin-workloads-node';

/** API groups that change what the portal can show or do; a cluster has dozens of others. */
const GROUPS = new Set([
  'metrics.k8s.io',
  'gateway.networking.k8s.io',
  'argoproj.io',
  'serving.knative.dev',
  'keda.sh',
  'networking.istio.io',
  'monitoring.coreos.com',
  'cert-manager.io',
]);

/** What a cluster says of itself. */
export interface Discovery {
  /** Such as `v1.36.3`. */
  readonly kubernetesVersion?: string;
  /** Groups of the API that it serves, out of those that matter here. */
  readonly capabilities: readonly string[];
}

async function readJson(
  connection: ClusterConnection,
  path: string,
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  const response = await connection.get(path, { signal });
  if (response.status !== 200) {
    response.body.destroy();
    return {};
  }
  const value = await response.body.json();
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/**
 * Reads version and API groups. What our credentials may not read is left out.
 *
 * @throws ClusterError when the cluster does not answer.
 */
export async function discoverCluster(
  connection: ClusterConnection,
  signal: AbortSignal,
): Promise<Discovery> {
  const version = await readJson(connection, '/version', signal);
  const { groups } = await readJson(connection, '/apis', signal);
  const names = Array.isArray(groups)
    ? groups.map((group: { name?: unknown } | null) => String(group?.name))
    : [];
  return {
    kubernetesVersion:
      typeof version.gitVersion === 'string' ? version.gitVersion : undefined,
    capabilities: names.filter(name => GROUPS.has(name)).sort(),
  };
}
