import { ago, Json, overlay } from '../../testUtils';

/** Pods wanted, there, ready and available; what is left out is as the one before. */
export type Counts = readonly [
  wanted: number,
  there?: number,
  ready?: number,
  available?: number,
];

/** What the controller of a Deployment says of its rollout, and since when, in minutes. */
export type Rollout = readonly ['done' | 'under-way' | 'late' | 'none', number];

const template: Json = {
  metadata: { creationTimestamp: null, labels: { app: 'pricing' } },
  spec: {
    containers: [
      { name: 'app', image: 'registry.example.com/payments/pricing:5.2.1' },
    ],
    restartPolicy: 'Always',
  },
};

const progressing = ([rollout, since]: Rollout): Json[] => {
  const at = { lastUpdateTime: ago(since), lastTransitionTime: ago(since) };
  switch (rollout) {
    case 'done':
      return [
        {
          type: 'Progressing',
          status: 'True',
          reason: 'NewReplicaSetAvailable',
          message: 'ReplicaSet "pricing-7c9d5f" has successfully progressed.',
          ...at,
        },
      ];
    case 'under-way':
      return [
        {
          type: 'Progressing',
          status: 'True',
          reason: 'ReplicaSetUpdated',
          message: 'ReplicaSet "pricing-7c9d5f" is progressing.',
          ...at,
        },
      ];
    case 'late':
      return [
        {
          type: 'Progressing',
          status: 'False',
          reason: 'ProgressDeadlineExceeded',
          message: 'ReplicaSet "pricing-7c9d5f" has timed out progressing.',
          ...at,
        },
      ];
    default:
      return [];
  }
};

/** An API server leaves out counts of zero. */
const counted = (counts: Record<string, number>): Json =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));

/** All four of the counts. */
export const full = ([
  wanted,
  there = wanted,
  ready = there,
  available = ready,
]: Counts) => ({ wanted, there, ready, available });

/** All of {@link Counts}, by name. */
export type FullCounts = ReturnType<typeof full>;

/** A Deployment of the newest revision's pods and of those of the one before. */
export function deploymentBody(
  now: FullCounts,
  before: FullCounts,
  all: number,
  rollout: Rollout,
): Json {
  const available = now.available + before.available;
  const isUp = available >= Math.ceil(all * 0.75);
  return {
    metadata: {
      annotations: { 'deployment.kubernetes.io/revision': '4' },
    },
    spec: {
      replicas: all,
      progressDeadlineSeconds: 600,
      revisionHistoryLimit: 10,
      selector: { matchLabels: { app: 'pricing' } },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
      },
      template,
    },
    status: {
      observedGeneration: 4,
      ...counted({
        replicas: now.there + before.there,
        updatedReplicas: now.there,
        readyReplicas: now.ready + before.ready,
        availableReplicas: available,
        unavailableReplicas: Math.max(0, all - available),
      }),
      conditions: [
        {
          type: 'Available',
          status: isUp ? 'True' : 'False',
          reason: isUp
            ? 'MinimumReplicasAvailable'
            : 'MinimumReplicasUnavailable',
          message: isUp
            ? 'Deployment has minimum availability.'
            : 'Deployment does not have minimum availability.',
          lastUpdateTime: ago(30),
          lastTransitionTime: ago(30),
        },
        ...progressing(rollout),
      ],
    },
  };
}

export function replicaSetBody(
  counts: FullCounts,
  all: number,
  revision: string,
): Json {
  return {
    metadata: {
      generation: 1,
      annotations: {
        'deployment.kubernetes.io/revision': revision,
        'deployment.kubernetes.io/desired-replicas': String(all),
      },
    },
    spec: {
      replicas: counts.wanted,
      selector: { matchLabels: { app: 'pricing' } },
      template,
    },
    status: {
      observedGeneration: 1,
      replicas: counts.there,
      ...counted({
        fullyLabeledReplicas: counts.there,
        readyReplicas: counts.ready,
        availableReplicas: counts.available,
      }),
    },
  };
}

export function statefulSetBody(
  { wanted, there, ready, available }: FullCounts,
  newest: number,
  revisions: readonly [string, string],
): Json {
  return {
    spec: {
      replicas: wanted,
      serviceName: 'ledger',
      podManagementPolicy: 'OrderedReady',
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { partition: 0 },
      },
      template,
    },
    status: {
      observedGeneration: 4,
      replicas: there,
      collisionCount: 0,
      availableReplicas: available,
      currentRevision: `ledger-${revisions[0]}`,
      updateRevision: `ledger-${revisions[1]}`,
      ...counted({
        readyReplicas: ready,
        updatedReplicas: newest,
        currentReplicas: revisions[0] === revisions[1] ? there : there - newest,
      }),
    },
  };
}

export function daemonSetBody(
  { wanted, there, ready, available }: FullCounts,
  updated: number,
  misscheduled: number,
): Json {
  return {
    spec: {
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
      },
      revisionHistoryLimit: 10,
      template,
    },
    status: {
      observedGeneration: 4,
      desiredNumberScheduled: wanted,
      currentNumberScheduled: there,
      numberReady: ready,
      numberMisscheduled: misscheduled,
      ...counted({
        numberAvailable: available,
        numberUnavailable: wanted - available,
        updatedNumberScheduled: updated,
      }),
    },
  };
}

/** A Job that was begun so many minutes ago. */
export function jobBody(age: number): Json {
  return {
    metadata: { generation: 1, creationTimestamp: ago(age) },
    spec: {
      parallelism: 1,
      completions: 1,
      backoffLimit: 6,
      completionMode: 'NonIndexed',
      suspend: false,
      template: overlay(template, { spec: { restartPolicy: 'Never' } }),
    },
    status: { startTime: ago(age), uncountedTerminatedPods: {} },
  };
}

export function cronJobBody(): Json {
  return {
    spec: {
      schedule: '*/30 * * * *',
      concurrencyPolicy: 'Allow',
      suspend: false,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 1,
      jobTemplate: { spec: { template } },
    },
    status: { lastScheduleTime: ago(10) },
  };
}
