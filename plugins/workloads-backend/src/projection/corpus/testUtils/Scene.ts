import { ago, FakeNamespace, Json, overlay } from '../../testUtils';
import { WatchedResource } from '../../rows';
import {
  Counts,
  cronJobBody,
  daemonSetBody,
  deploymentBody,
  full,
  FullCounts,
  jobBody,
  replicaSetBody,
  Rollout,
  statefulSetBody,
} from './controllerBodies';
import { podBody, PodShape } from './podShape';

/** An owner of pods: its kind and what the API server holds of it. */
export interface Owner {
  readonly kind: string;
  readonly of: Json;
}

/** A namespace that a case fills with the objects of one workload, as an API server answers them. */
export class Scene {
  readonly namespace = new FakeNamespace();
  #pods = 0;

  /** Puts any object in. */
  put(
    resource: WatchedResource,
    name: string,
    body: Json,
    owner?: Owner,
  ): Json {
    return this.namespace.put(
      resource,
      this.namespace.object(
        name,
        overlay(
          { metadata: { generation: 4, creationTimestamp: ago(43_200) } },
          body,
        ),
        owner,
      ),
    );
  }

  /** The Deployment pricing with the ReplicaSet of its newest revision, and of the one before where pods of it are told. */
  deployment({
    current = [3],
    old,
    wanted,
    rollout = ['done', 1440],
    over = {},
    currentOver = {},
  }: {
    current?: Counts;
    old?: Counts;
    wanted?: number;
    rollout?: Rollout;
    over?: Json;
    currentOver?: Json;
  } = {}): { deployment: Owner; current: Owner; old: Owner } {
    const now = full(current);
    const before = full(old ?? [0]);
    const all = wanted ?? now.wanted;
    const object = this.put(
      'deployments',
      'pricing',
      overlay(deploymentBody(now, before, all, rollout), over),
    );
    const deployment = { kind: 'Deployment', of: object };
    const replicaSet = (
      name: string,
      revision: string,
      counts: FullCounts,
      more: Json,
    ) => ({
      kind: 'ReplicaSet',
      of: this.put(
        'replicasets',
        name,
        overlay(replicaSetBody(counts, all, revision), more),
        deployment,
      ),
    });
    return {
      deployment,
      current: replicaSet('pricing-7c9d5f', '4', now, currentOver),
      old: replicaSet('pricing-5b77c8', '3', before, {}),
    };
  }

  /** A Deployment of three of which one pod, or more, is as told; its last rollout is finished. */
  sick(
    shape: PodShape,
    {
      many = 1,
      rollout,
      over,
    }: { many?: number; rollout?: Rollout; over?: Json } = {},
  ): Json {
    const { current } = this.deployment({
      current: [3, 3, 3 - many],
      rollout,
      over,
    });
    this.pods(current, 3 - many);
    let last: Json = {};
    for (let index = 0; index < many; index += 1) {
      last = this.pod(current, shape);
    }
    return last;
  }

  statefulSet(
    counts: Counts,
    {
      updated,
      revisions = ['a', 'a'],
      over = {},
    }: {
      updated?: number;
      revisions?: readonly [string, string];
      over?: Json;
    } = {},
  ): Owner {
    const counted = full(counts);
    return {
      kind: 'StatefulSet',
      of: this.put(
        'statefulsets',
        'ledger',
        overlay(
          statefulSetBody(counted, updated ?? counted.there, revisions),
          over,
        ),
      ),
    };
  }

  daemonSet(
    counts: Counts,
    {
      updated,
      misscheduled = 0,
      over = {},
    }: { updated?: number; misscheduled?: number; over?: Json } = {},
  ): Owner {
    const counted = full(counts);
    return {
      kind: 'DaemonSet',
      of: this.put(
        'daemonsets',
        'node-agent',
        overlay(
          daemonSetBody(counted, updated ?? counted.there, misscheduled),
          over,
        ),
      ),
    };
  }

  job(
    body: Json = {},
    {
      name = 'settle',
      owner,
      age = 10,
    }: { name?: string; owner?: Owner; age?: number } = {},
  ): Owner {
    return {
      kind: 'Job',
      of: this.put('jobs', name, overlay(jobBody(age), body), owner),
    };
  }

  cronJob(body: Json = {}): Owner {
    return {
      kind: 'CronJob',
      of: this.put('cronjobs', 'nightly', overlay(cronJobBody(), body)),
    };
  }

  autoscaler(
    conditions: readonly Json[],
    { kind = 'Deployment', name = 'pricing', current = 3, max = 10 } = {},
  ): void {
    this.put('horizontalpodautoscalers', name, {
      spec: {
        minReplicas: 2,
        maxReplicas: max,
        scaleTargetRef: { apiVersion: 'apps/v1', kind, name },
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 70 },
            },
          },
        ],
      },
      status: {
        currentReplicas: current,
        desiredReplicas: current,
        currentMetrics: null,
        conditions,
      },
    });
  }

  pod(owner: Owner | undefined, shape: PodShape = {}): Json {
    this.#pods += 1;
    const ownerName = (owner?.of.metadata as Json | undefined)?.name;
    const suffix =
      owner?.kind === 'StatefulSet'
        ? String(this.#pods - 1)
        : `x${this.#pods}kqp`;
    return this.put(
      'pods',
      ownerName ? `${ownerName}-${suffix}` : 'lone',
      podBody(shape),
      owner,
    );
  }

  pods(owner: Owner, count: number, shape: PodShape = {}): void {
    for (let index = 0; index < count; index += 1) {
      this.pod(owner, shape);
    }
  }

  /** A warning as the kubelet and the controllers write it; minutes before now. */
  warn(
    kind: string,
    about: Json,
    reason: string,
    message: string,
    {
      first = 10,
      last = 0.5,
      count = 12,
      over = {},
    }: { first?: number; last?: number; count?: number; over?: Json } = {},
  ): void {
    this.namespace.event(
      kind,
      about,
      overlay(
        {
          reason,
          message,
          firstTimestamp: ago(first),
          lastTimestamp: ago(last),
          count,
        },
        over,
      ),
    );
  }
}
