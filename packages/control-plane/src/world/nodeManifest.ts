import { KubernetesObject } from '../cluster/KubernetesClient';

/**
 * A worker node without a status: kwok writes it. A status applied again would wipe the addresses, so nodes are created
 * once and never applied.
 */
export function nodeManifest(
  name: string,
  kubernetesVersion: string,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'node-role.kubernetes.io/worker': '',
      },
      annotations: {
        'kwok.x-k8s.io/node': 'fake',
        // Where a metrics-server asks; a kubelet of its own would have it without the name.
        'metrics.k8s.io/resource-metrics-path': `/metrics/nodes/${name}/metrics/resource`,
      },
    },
    status: {
      allocatable: { cpu: '16', memory: '64Gi', pods: '250' },
      capacity: { cpu: '16', memory: '64Gi', pods: '250' },
      nodeInfo: { kubeletVersion: kubernetesVersion },
    },
  };
}
