import { ClusterState } from '@domaindeck/backstage-plugin-workloads-common';
import { projectors } from '../projectors';
import { RowTypes, WatchedResource } from '../rows';
import { NamespaceRows } from '../types';

/** A JSON object as an API server sends it. */
export type Json = { [key: string]: unknown };

/** Lays one object over another, depth first; lists are replaced. */
export function overlay(base: Json, over: Json): Json {
  const result = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    result[key] =
      isObject(below) && isObject(value) ? overlay(below, value) : value;
  }
  return result;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The moment at which tests look. */
export const NOW = new Date('2026-11-23T14:09:00Z');

/** A time so many minutes before {@link NOW}, as an API server writes it. */
export function ago(minutes: number): string {
  return new Date(NOW.getTime() - minutes * 60_000)
    .toISOString()
    .replace('.000Z', 'Z');
}

/** What a test says of a container beyond the usual. */
export interface FakeContainer {
  readonly name?: string;
  readonly image?: string;
  readonly restartCount?: number;
  readonly ready?: boolean;
  readonly state?: Json;
  readonly lastState?: Json;
  readonly resources?: Json;
}

/** The state of a running container. */
export function running(startedMinutesAgo = 24): Json {
  return { running: { startedAt: ago(startedMinutesAgo) } };
}

export function waiting(reason: string, message?: string): Json {
  return { waiting: { reason, ...(message && { message }) } };
}

export function terminated(over: Json = {}): Json {
  return {
    terminated: {
      exitCode: 1,
      reason: 'Error',
      startedAt: ago(2),
      finishedAt: ago(1),
      containerID: 'containerd://4f2a91c7',
      ...over,
    },
  };
}

/**
 * A namespace of a cluster that holds objects of the shape that a real API server sends, and gives the rows that the
 * cache would keep of them.
 */
export class FakeNamespace {
  readonly #objects = new Map<WatchedResource, Json[]>();
  #serial = 0;

  constructor(
    readonly cluster = 'prod-sh',
    readonly namespace = 'payments-prod',
  ) {}

  /** Puts any object in. */
  put(resource: WatchedResource, object: Json): Json {
    const objects = this.#objects.get(resource) ?? [];
    objects.push(object);
    this.#objects.set(resource, objects);
    return object;
  }

  /** Adds what every object has: uid, version, creation; and its controller. */
  object(
    name: string,
    over: Json = {},
    owner?: { kind: string; of: Json },
  ): Json {
    this.#serial += 1;
    const metadata = owner && (owner.of.metadata as Json);
    return overlay(
      {
        metadata: {
          name,
          namespace: this.namespace,
          uid: `00000000-0000-4000-8000-${String(this.#serial).padStart(
            12,
            '0',
          )}`,
          resourceVersion: String(1000 + this.#serial),
          creationTimestamp: ago(24),
          labels: { 'app.kubernetes.io/name': name },
          ...(owner && {
            ownerReferences: [
              {
                apiVersion: 'apps/v1',
                kind: owner.kind,
                name: metadata?.name,
                uid: metadata?.uid,
                controller: true,
                blockOwnerDeletion: true,
              },
            ],
          }),
        },
      },
      over,
    );
  }

  /** A Deployment whose last rollout is finished, with the ReplicaSet of its revision; no pods. */
  deployment(
    name: string,
    replicas: number,
    over: Json = {},
    replicaSetOver: Json = {},
  ): { deployment: Json; replicaSet: Json } {
    const template = {
      spec: {
        containers: [
          { name: 'app', image: `registry.example.com/payments/${name}:5.2.1` },
        ],
      },
    };
    const counts = {
      replicas,
      readyReplicas: replicas,
      availableReplicas: replicas,
      observedGeneration: 3,
    };
    const deployment = this.put(
      'deployments',
      this.object(
        name,
        overlay(
          {
            metadata: {
              generation: 3,
              creationTimestamp: ago(60 * 24 * 90),
              annotations: { 'deployment.kubernetes.io/revision': '4' },
            },
            spec: { replicas, progressDeadlineSeconds: 600, template },
            status: {
              ...counts,
              updatedReplicas: replicas,
              conditions: [
                {
                  type: 'Available',
                  status: 'True',
                  reason: 'MinimumReplicasAvailable',
                  lastUpdateTime: ago(22),
                  lastTransitionTime: ago(22),
                },
                {
                  type: 'Progressing',
                  status: 'True',
                  reason: 'NewReplicaSetAvailable',
                  message: `ReplicaSet "${name}-7c9d5f" has successfully progressed.`,
                  lastUpdateTime: ago(22),
                  lastTransitionTime: ago(60 * 24 * 90),
                },
              ],
            },
          },
          over,
        ),
      ),
    );
    const replicaSet = this.put(
      'replicasets',
      this.object(
        `${name}-7c9d5f`,
        overlay(
          {
            metadata: {
              generation: 1,
              annotations: { 'deployment.kubernetes.io/revision': '4' },
            },
            spec: { replicas, template },
            status: { ...counts, observedGeneration: 1 },
          },
          replicaSetOver,
        ),
        { kind: 'Deployment', of: deployment },
      ),
    );
    return { deployment, replicaSet };
  }

  /** A pod that has run well for 24 minutes unless told otherwise. */
  pod(
    owner: { kind: string; of: Json } | undefined,
    suffix: string,
    container: FakeContainer = {},
    over: Json = {},
  ): Json {
    const ownerName = (owner?.of.metadata as Json | undefined)?.name;
    const name = ownerName ? `${ownerName}-${suffix}` : suffix;
    const ready = container.ready ?? true;
    const containerName = container.name ?? 'app';
    const image =
      container.image ?? 'registry.example.com/payments/pricing:5.2.1';
    const readiness = ready
      ? { status: 'True', lastTransitionTime: ago(23) }
      : {
          status: 'False',
          reason: 'ContainersNotReady',
          message: `containers with unready status: [${containerName}]`,
          lastTransitionTime: ago(24),
        };
    return this.put(
      'pods',
      this.object(
        name,
        overlay(
          {
            spec: {
              nodeName: 'sh-w-31',
              containers: [
                {
                  name: containerName,
                  image,
                  resources: container.resources ?? {},
                },
              ],
            },
            status: {
              phase: 'Running',
              startTime: ago(24),
              conditions: [
                {
                  type: 'Initialized',
                  status: 'True',
                  lastTransitionTime: ago(24),
                },
                { type: 'Ready', ...readiness },
                { type: 'ContainersReady', ...readiness },
                {
                  type: 'PodScheduled',
                  status: 'True',
                  lastTransitionTime: ago(24),
                },
              ],
              containerStatuses: [
                {
                  name: containerName,
                  image,
                  imageID: `registry.example.com/payments/pricing@sha256:${'4f2a91c7d0aa'.padEnd(
                    64,
                    '0',
                  )}`,
                  ready,
                  started: ready,
                  restartCount: container.restartCount ?? 0,
                  state: container.state ?? running(),
                  lastState: container.lastState ?? {},
                },
              ],
            },
          },
          over,
        ),
        owner,
      ),
    );
  }

  event(kind: string, about: Json, over: Json = {}): Json {
    const metadata = about.metadata as Json;
    return this.put(
      'events',
      this.object(
        `${metadata.name}.18${this.#serial}`,
        overlay(
          {
            involvedObject: {
              kind,
              namespace: this.namespace,
              name: metadata.name,
              uid: metadata.uid,
            },
            type: 'Warning',
            reason: 'BackOff',
            message: 'Back-off restarting failed container',
            source: { component: 'kubelet', host: 'sh-w-31' },
            firstTimestamp: ago(21),
            lastTimestamp: ago(1),
            count: 14,
          },
          over,
        ),
      ),
    );
  }

  rows(clusterState: ClusterState = 'live'): NamespaceRows {
    const rowsOf = <K extends WatchedResource>(resource: K): RowTypes[K][] =>
      (this.#objects.get(resource) ?? []).map(projectors[resource]);
    return {
      cluster: this.cluster,
      clusterState,
      namespace: this.namespace,
      pods: rowsOf('pods'),
      deployments: rowsOf('deployments'),
      replicasets: rowsOf('replicasets'),
      statefulsets: rowsOf('statefulsets'),
      daemonsets: rowsOf('daemonsets'),
      jobs: rowsOf('jobs'),
      cronjobs: rowsOf('cronjobs'),
      horizontalpodautoscalers: rowsOf('horizontalpodautoscalers'),
      events: rowsOf('events'),
    };
  }
}
