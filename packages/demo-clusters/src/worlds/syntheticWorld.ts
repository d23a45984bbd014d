import { KubernetesObject } from '../model/KubernetesObject';
import {
  nameHash,
  nameSuffix,
  randomUid,
  seededRandom,
} from '../store/identity';
import { World } from './World';

/**
 * The measure of a world that is made up for load.
 * @public
 */
export interface SyntheticWorldOptions {
  readonly name?: string;
  readonly pods: number;
  /** 1 unless told. The first namespace gets the first pods, and so on. */
  readonly namespaces?: number;
  /** Prefix of the namespaces' names, `load` unless told: `load-1`, `load-2`. */
  readonly namespacePrefix?: string;
  /** About how many bytes of JSON each pod has, 4 000 unless told; real ones with managedFields have some 15 000. */
  readonly podBytes?: number;
  /** Pods of each Deployment, 5 unless told. */
  readonly podsPerDeployment?: number;
  /** Name of the n-th Deployment of a namespace, from 1; `service-n` unless told. */
  readonly deploymentName?: (index: number) => string;
  readonly seed?: number;
}

const STARTED = '2026-01-05T08:00:00Z';

const CONDITIONS = [
  ['Available', 'MinimumReplicasAvailable'],
  ['Progressing', 'NewReplicaSetAvailable'],
].map(([type, reason]) => ({
  type,
  reason,
  status: 'True',
  lastTransitionTime: STARTED,
  lastUpdateTime: STARTED,
}));

/**
 * A world of running pods with their ReplicaSets and Deployments, for benchmarks; to be started with
 * `controllers: false`, as everything in it already is as its controllers would leave it.
 * @public
 */
export function syntheticWorld(options: SyntheticWorldOptions): World {
  const { pods, namespaces = 1, podsPerDeployment = 5, seed = 1 } = options;
  const prefix = options.namespacePrefix ?? 'load';
  const nameOf = options.deploymentName ?? (index => `service-${index}`);
  const random = seededRandom(seed);
  // One text for all pods: its length is what matters, and one copy keeps a large world small.
  const padding = paddingFor(options.podBytes ?? 4000);
  const manifests: KubernetesObject[] = [];
  for (let number = 0; number < namespaces; number++) {
    const namespace = `${prefix}-${number + 1}`;
    const share = shareOf(pods, namespaces, number);
    manifests.push({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    });
    for (let done = 0; done < share; done += podsPerDeployment) {
      const name = nameOf(done / podsPerDeployment + 1);
      const count = Math.min(podsPerDeployment, share - done);
      manifests.push(...deployment(namespace, name, count, padding, random));
    }
  }
  return {
    name: options.name ?? 'synthetic',
    kubernetesVersion: 'v1.36.3',
    nodes: Math.max(1, Math.ceil(pods / 100)),
    manifests,
  };
}

function shareOf(pods: number, namespaces: number, number: number): number {
  const even = Math.floor(pods / namespaces);
  return even + (number < pods % namespaces ? 1 : 0);
}

/** A pod without padding has about this many bytes. */
const BARE_POD = 1640;

function paddingFor(podBytes: number): string {
  return 'f'.repeat(Math.max(0, podBytes - BARE_POD));
}

function deployment(
  namespace: string,
  name: string,
  replicas: number,
  padding: string,
  random: () => number,
): KubernetesObject[] {
  const labels = { 'app.kubernetes.io/name': name };
  const hash = nameHash(`${namespace}/${name}`);
  const image = `registry.example.com/load/${name}:1.0.0`;
  const uid = randomUid(random);
  const replicaSet = { name: `${name}-${hash}`, uid: randomUid(random) };
  const template = {
    metadata: { labels },
    spec: { containers: [{ name: 'app', image }] },
  };
  const counts = {
    replicas,
    readyReplicas: replicas,
    availableReplicas: replicas,
    observedGeneration: 1,
  };
  const podLabels = { ...labels, 'pod-template-hash': hash };
  const common = { namespace, labels };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        ...common,
        name,
        uid,
        annotations: { 'deployment.kubernetes.io/revision': '1' },
      },
      spec: { replicas, selector: { matchLabels: labels }, template },
      status: { ...counts, updatedReplicas: replicas, conditions: CONDITIONS },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        ...common,
        ...replicaSet,
        annotations: { 'deployment.kubernetes.io/revision': '1' },
        ownerReferences: [owner('Deployment', name, uid)],
      },
      spec: { replicas, selector: { matchLabels: podLabels }, template },
      status: counts,
    },
    ...Array.from({ length: replicas }, () =>
      pod(namespace, replicaSet, podLabels, image, padding, random),
    ),
  ];
}

function owner(kind: string, name: string, uid: string) {
  return {
    apiVersion: 'apps/v1',
    kind,
    name,
    uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}

function pod(
  namespace: string,
  replicaSet: { readonly name: string; readonly uid: string },
  labels: Record<string, string>,
  image: string,
  padding: string,
  random: () => number,
): KubernetesObject {
  const ready = ['Initialized', 'Ready', 'ContainersReady', 'PodScheduled'];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${replicaSet.name}-${nameSuffix(random)}`,
      uid: randomUid(random),
      namespace,
      labels,
      ownerReferences: [owner('ReplicaSet', replicaSet.name, replicaSet.uid)],
      managedFields: [
        {
          manager: 'kubelet',
          operation: 'Update',
          apiVersion: 'v1',
          fieldsType: 'FieldsV1',
          fieldsV1: { [padding]: {} },
        },
      ],
    },
    spec: { nodeName: 'node-1', containers: [{ name: 'app', image }] },
    status: {
      phase: 'Running',
      startTime: STARTED,
      podIP: '10.244.0.9',
      conditions: ready.map(type => ({
        type,
        status: 'True',
        lastTransitionTime: STARTED,
      })),
      containerStatuses: [
        {
          name: 'app',
          image,
          imageID: image,
          ready: true,
          started: true,
          restartCount: 0,
          state: { running: { startedAt: STARTED } },
          lastState: {},
        },
      ],
    },
  };
}
