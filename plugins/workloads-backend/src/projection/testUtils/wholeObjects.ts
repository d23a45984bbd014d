import { WatchedResource } from '../rows';
import { Json } from './FakeNamespace';

const AT = '2026-11-23T14:00:00Z';

const condition = (type: string): Json => ({
  type,
  status: 'True',
  reason: 'MinimumReplicasAvailable',
  message: 'configmap "pricing" not found',
  lastTransitionTime: AT,
  lastUpdateTime: AT,
});

const container = (name: string): Json => ({
  name,
  image: `registry.example.com/payments/${name}:5.2.1`,
  restartPolicy: 'Always',
  resources: {
    requests: { cpu: '500m', memory: '384Mi' },
    limits: { cpu: '1', memory: '512Mi' },
  },
});

const ended: Json = {
  terminated: {
    exitCode: 137,
    signal: 9,
    reason: 'OOMKilled',
    message: 'killed',
    startedAt: AT,
    finishedAt: AT,
  },
};

const containerStatus = (name: string): Json => ({
  name,
  imageID: `registry.example.com/payments/${name}@sha256:${'ab'.repeat(32)}`,
  ready: false,
  restartCount: 6,
  state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off' } },
  lastState: ended,
});

const template: Json = {
  spec: {
    containers: [container('app'), container('proxy')],
    initContainers: [container('check')],
  },
};

const replicated: Json = {
  spec: {
    replicas: 3,
    paused: false,
    progressDeadlineSeconds: 600,
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1 } },
    template,
  },
  status: {
    replicas: 3,
    readyReplicas: 2,
    updatedReplicas: 3,
    availableReplicas: 2,
    observedGeneration: 3,
    currentRevision: 'a',
    updateRevision: 'b',
    desiredNumberScheduled: 3,
    currentNumberScheduled: 3,
    numberReady: 2,
    updatedNumberScheduled: 3,
    conditions: [condition('Available'), condition('Progressing')],
  },
};

const job: Json = {
  spec: { completions: 2, suspend: false, template },
  status: {
    active: 1,
    ready: 1,
    succeeded: 1,
    failed: 1,
    startTime: AT,
    completionTime: AT,
    conditions: [condition('Complete'), condition('Failed')],
  },
};

/** An object of each kind with every field that a projector reads, without its metadata. */
export const wholeObjects: Readonly<Record<WatchedResource, Json>> = {
  namespaces: { status: { phase: 'Active' } },
  nodes: {
    spec: { unschedulable: true },
    status: {
      conditions: [condition('Ready'), condition('DiskPressure')],
      nodeInfo: { kubeletVersion: 'v1.36.3' },
    },
  },
  pods: {
    spec: {
      nodeName: 'sh-w-31',
      containers: [container('app'), container('proxy')],
      initContainers: [container('check')],
      ephemeralContainers: [container('debug')],
    },
    status: {
      phase: 'Running',
      reason: 'Evicted',
      message: 'The node was low on resource: memory.',
      startTime: AT,
      conditions: [
        condition('PodScheduled'),
        condition('Initialized'),
        condition('Ready'),
      ],
      containerStatuses: [containerStatus('app'), containerStatus('proxy')],
      initContainerStatuses: [containerStatus('check')],
    },
  },
  deployments: replicated,
  replicasets: replicated,
  statefulsets: replicated,
  daemonsets: replicated,
  jobs: job,
  cronjobs: {
    spec: { schedule: '0 2 * * *', suspend: false, jobTemplate: job },
    status: { active: [{ name: 'run' }], lastScheduleTime: AT },
  },
  horizontalpodautoscalers: {
    spec: {
      minReplicas: 3,
      maxReplicas: 8,
      scaleTargetRef: { kind: 'Deployment', name: 'deployments-0' },
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { averageUtilization: 70 } },
        },
      ],
    },
    status: {
      currentReplicas: 8,
      desiredReplicas: 8,
      conditions: [condition('ScalingLimited'), condition('ScalingActive')],
      currentMetrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', current: { averageUtilization: 31 } },
        },
      ],
    },
  },
  events: {
    type: 'Warning',
    reason: 'FailedMount',
    message: 'MountVolume.SetUp failed for volume "tls" : secret "x" not found',
    involvedObject: { kind: 'Pod', name: 'x', uid: 'x' },
    source: { component: 'kubelet' },
    firstTimestamp: AT,
    lastTimestamp: AT,
    eventTime: AT,
    count: 3,
    series: { count: 3, lastObservedTime: AT },
  },
};
