import { Size } from '@domaindeck/backstage-plugin-environments-common';
import { GIB, KubernetesObject, MIB, writeBytes, writeCores } from '../objects';

/** Sizes unless the config has others: for clicking through, for running tests, for load tests. */
export const DEFAULT_SIZES: readonly Size[] = [
  { name: 'S', cores: 2, memory: 4 * GIB, storage: 20 * GIB, pods: 20 },
  { name: 'M', cores: 4, memory: 8 * GIB, storage: 50 * GIB, pods: 50 },
  { name: 'L', cores: 8, memory: 16 * GIB, storage: 100 * GIB, pods: 100 },
];

/** Lives to offer unless the config has others. */
export const DEFAULT_LIVES: readonly string[] = [
  'PT8H',
  'P1D',
  'P3D',
  'P7D',
  'P14D',
];

/** How many times its size an environment may use for a moment; what it may ask for is the size itself. */
export const BURST = 2;

/** What a container gets that does not say what it needs. */
export const DEFAULT_REQUEST = { cores: 0.05, memory: 64 * MIB };
const DEFAULT_MEMORY_LIMIT = 256 * MIB;

/** The quota of a size. Load balancers and node ports cost the company and are none of an environment's needs. */
export function resourceQuota(size: Size): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'domaindeck-size' },
    spec: {
      hard: {
        'requests.cpu': writeCores(size.cores),
        'requests.memory': writeBytes(size.memory),
        'limits.memory': writeBytes(size.memory * BURST),
        'requests.storage': writeBytes(size.storage),
        pods: String(size.pods),
        'services.loadbalancers': '0',
        'services.nodeports': '0',
      },
    },
  };
}

/** Bounds of one container and one volume of a size, and what those get that say nothing. */
export function limitRange(size: Size): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'domaindeck-size' },
    spec: {
      limits: [
        {
          type: 'Container',
          max: { cpu: writeCores(size.cores), memory: writeBytes(size.memory) },
          default: {
            cpu: writeCores(size.cores),
            memory: writeBytes(Math.min(DEFAULT_MEMORY_LIMIT, size.memory)),
          },
          defaultRequest: {
            cpu: writeCores(Math.min(DEFAULT_REQUEST.cores, size.cores)),
            memory: writeBytes(Math.min(DEFAULT_REQUEST.memory, size.memory)),
          },
        },
        {
          type: 'PersistentVolumeClaim',
          max: { storage: writeBytes(size.storage) },
        },
      ],
    },
  };
}
