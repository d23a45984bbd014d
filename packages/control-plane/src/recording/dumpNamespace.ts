import {
  KubernetesClient,
  KubernetesObject,
} from '../cluster/KubernetesClient';
import { playedAnnotation } from '../keeper/behaviours';

/** Where the recorded kinds are listed. */
export const recordedPaths: Readonly<Record<string, string>> = {
  pods: '/api/v1',
  events: '/api/v1',
  deployments: '/apis/apps/v1',
  replicasets: '/apis/apps/v1',
  statefulsets: '/apis/apps/v1',
  daemonsets: '/apis/apps/v1',
  jobs: '/apis/batch/v1',
  cronjobs: '/apis/batch/v1',
  horizontalpodautoscalers: '/apis/autoscaling/v2',
};

/** Noise of the server that nobody who reads a recording wants to see. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'managedFields',
  playedAnnotation,
  'tolerations',
  'volumeMounts',
  'terminationMessagePath',
  'terminationMessagePolicy',
  'securityContext',
  'schedulerName',
  'hostIPs',
  'podIPs',

  'dnsPolicy',
  'serviceAccount',
  'enableServiceLinks',
  'preemptionPolicy',
  'imagePullPolicy',
  'reportingComponent',
  'reportingInstance',
  'fullyLabeledReplicas',
]);

/** The objects of a namespace by their plural, without noise; and the nodes of the cluster. */
export async function dumpNamespace(
  client: KubernetesClient,
  namespace: string,
): Promise<Record<string, readonly unknown[]>> {
  const dump: Record<string, readonly unknown[]> = {};
  for (const [resource, root] of Object.entries(recordedPaths)) {
    const { items } = await client.json<{
      items: (KubernetesObject & { type?: string })[];
    }>('GET', `${root}/namespaces/${namespace}/${resource}`);
    const told = items.filter(item => !isUneventful(item)).map(trim);
    if (told.length) {
      dump[resource] = told;
    }
  }
  const nodes = await client.list('/api/v1/nodes');
  dump.nodes = nodes.map(({ metadata, spec, status }) => ({
    metadata: { name: metadata.name, uid: metadata.uid },
    spec: { unschedulable: spec?.unschedulable },
    status: {
      allocatable: status?.allocatable,
      conditions: (status?.conditions as { type: string }[]).filter(
        ({ type }) => type === 'Ready',
      ),
    },
  }));
  return dump;
}

/** Most events tell that all goes its way. */
function isUneventful(object: { readonly type?: string }): boolean {
  return object.type === 'Normal';
}

/** Every pod has it. */
function isTokenVolume(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    'projected' in value
  );
}

function trim(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.filter(item => !isTokenVolume(item)).map(trim);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, content]) =>
          !LEFT_OUT.has(key) && !key.startsWith('f:') && content !== null,
      )
      .map(([key, content]) => [key, trim(content)]),
  );
}
