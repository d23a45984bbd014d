import { KubernetesObject } from '../../model/KubernetesObject';
import { timestamp } from '../../store/identity';
import { World } from '../../worlds/World';

const CONDITIONS = [
  [
    'MemoryPressure',
    'False',
    'KubeletHasSufficientMemory',
    'kubelet has sufficient memory available',
  ],
  [
    'DiskPressure',
    'False',
    'KubeletHasNoDiskPressure',
    'kubelet has no disk pressure',
  ],
  [
    'PIDPressure',
    'False',
    'KubeletHasSufficientPID',
    'kubelet has sufficient PID available',
  ],
  ['Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'],
];

/** The nodes of a world, all ready. */
export function nodeManifests(world: World, since: number): KubernetesObject[] {
  const resources = { cpu: '16', memory: '65536Mi', pods: '110' };
  return Array.from({ length: world.nodes }, (_, index) => {
    const name = `${world.name}-node-${index + 1}`;
    return {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name,
        labels: {
          'kubernetes.io/hostname': name,
          'kubernetes.io/os': 'linux',
          'kubernetes.io/arch': 'amd64',
        },
      },
      spec: {},
      status: {
        capacity: resources,
        allocatable: resources,
        addresses: [
          { type: 'InternalIP', address: `10.10.0.${10 + index}` },
          { type: 'Hostname', address: name },
        ],
        nodeInfo: {
          kubeletVersion: world.kubernetesVersion,
          operatingSystem: 'linux',
          architecture: 'amd64',
          containerRuntimeVersion: 'containerd://2.1.4',
        },
        conditions: CONDITIONS.map(([type, status, reason, message]) => ({
          type,
          status,
          reason,
          message,
          lastHeartbeatTime: timestamp(since),
          lastTransitionTime: timestamp(since),
        })),
      },
    };
  });
}
