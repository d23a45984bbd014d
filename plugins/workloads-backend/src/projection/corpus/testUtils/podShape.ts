import { ago, Json, overlay } from '../../testUtils';

/** What a case says of one container; the rest is as the kubelet writes it. */
export interface ContainerShape {
  readonly name?: string;
  readonly state?: Json;
  readonly last?: Json;
  readonly restarts?: number;
  /** By default whether it runs. */
  readonly ready?: boolean;
  readonly started?: boolean;
  readonly spec?: Json;
}

/** What a case says of a pod; times in minutes before now. */
export interface PodShape {
  readonly age?: number;
  readonly phase?: string;
  readonly containers?: readonly ContainerShape[];
  readonly init?: readonly ContainerShape[];
  /** When its readiness last changed; by default soon after its creation. */
  readonly readySince?: number;
  /** Laid over the conditions of the same type, or added. */
  readonly conditions?: readonly Json[];
  readonly restartPolicy?: string;
  /** When it was asked to end, with a grace of 30 s. */
  readonly deletedSince?: number;
  readonly revision?: string;
  readonly over?: Json;
}

/** A container that runs since so many minutes. */
export const up = (since = 1440): Json => ({
  running: { startedAt: ago(since) },
});

/** A container that waits. */
export const waits = (reason: string, message?: string): Json => ({
  waiting: { reason, ...(message && { message }) },
});

/** A container that ended so many minutes ago after a run of so many. */
export const ended = (
  exitCode: number,
  {
    reason = exitCode ? 'Error' : 'Completed',
    since = 1,
    ran = 0.5,
    ...rest
  }: {
    reason?: string;
    since?: number;
    ran?: number;
    message?: string;
    signal?: number;
  } = {},
): Json => ({
  terminated: {
    exitCode,
    reason,
    startedAt: ago(since + ran),
    finishedAt: ago(since),
    containerID: `containerd://${'9c'.repeat(32)}`,
    ...rest,
  },
});

/** A container in its back-off after an end. */
export const backOff = (last: Json, restarts = 6): ContainerShape => ({
  state: waits(
    'CrashLoopBackOff',
    'back-off 5m0s restarting failed container=app pod=pricing-7c9d5f-2xkqp_payments-prod(9c1d)',
  ),
  last,
  restarts,
});

/** A container of a pod that is being made. */
export const creating: ContainerShape = { state: waits('ContainerCreating') };

/** A pod that found no node. */
export const unscheduled = (message: string, age = 15): PodShape => ({
  age,
  phase: 'Pending',
  conditions: [
    { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message },
  ],
  over: {
    spec: { nodeName: undefined },
    status: { containerStatuses: undefined, startTime: undefined },
  },
});

/** A pod that a node threw out or refused; what is left of it. */
export const thrownOut = (
  reason: string,
  message: string,
  age = 20,
): PodShape => ({
  age,
  phase: 'Failed',
  containers: [{ state: ended(137, { since: age - 2 }), ready: false }],
  over: { status: { reason, message } },
});

const specOf = (shape: ContainerShape, name: string): Json =>
  overlay(
    {
      name,
      image: 'registry.example.com/payments/pricing:5.2.1',
      imagePullPolicy: 'IfNotPresent',
      resources: {
        requests: { cpu: '250m', memory: '256Mi' },
        limits: { memory: '512Mi' },
      },
      terminationMessagePath: '/dev/termination-log',
      terminationMessagePolicy: 'File',
    },
    shape.spec ?? {},
  );

const statusOf = (shape: ContainerShape, name: string): Json => {
  const state = shape.state ?? up();
  const ready = shape.ready ?? 'running' in state;
  return {
    name,
    image: 'registry.example.com/payments/pricing:5.2.1',
    imageID:
      'waiting' in state
        ? ''
        : `registry.example.com/payments/pricing@sha256:${'4f'.repeat(32)}`,
    ready,
    started: shape.started ?? 'running' in state,
    restartCount: shape.restarts ?? 0,
    state,
    lastState: shape.last ?? {},
  };
};

const nameOf = (shape: ContainerShape, index: number, other: string): string =>
  shape.name ?? (index === 0 ? other : `${other}-${index}`);

const restarted = (containers: readonly ContainerShape[]): boolean =>
  containers.some(({ restarts = 0 }) => restarts > 0);

/** The body of a pod as an API server answers it. */
export function podBody(shape: PodShape): Json {
  const {
    age = 1440,
    containers = [{}],
    init = [],
    restartPolicy = 'Always',
  } = shape;
  const statuses = containers.map((one, index) =>
    statusOf(one, nameOf(one, index, 'app')),
  );
  const phase =
    shape.phase ??
    (statuses.some(
      ({ state }) => !('waiting' in (state as Json)) || restarted(containers),
    )
      ? 'Running'
      : 'Pending');
  const unready = statuses
    .filter(({ ready }) => !ready)
    .map(({ name }) => name);
  const readiness =
    unready.length === 0
      ? { status: 'True' }
      : {
          status: 'False',
          reason: 'ContainersNotReady',
          message: `containers with unready status: [${unready.join(' ')}]`,
        };
  const at = (since: number) => ({
    lastProbeTime: null,
    lastTransitionTime: ago(since),
  });
  const told = shape.conditions ?? [];
  const scheduled = told.find(({ type }) => type === 'PodScheduled');
  const prepared = statuses.some(
    ({ state }) =>
      !('waiting' in (state as Json)) ||
      (state as { waiting: Json }).waiting.reason !== 'ContainerCreating',
  );
  // A pod without a node has nothing to tell but that.
  const conditions = [
    ...(scheduled?.status === 'False'
      ? []
      : [
          {
            type: 'PodReadyToStartContainers',
            status: prepared ? 'True' : 'False',
            ...at(age),
          },
          { type: 'Initialized', status: 'True', ...at(age) },
          { type: 'Ready', ...readiness, ...at(shape.readySince ?? age) },
          {
            type: 'ContainersReady',
            ...readiness,
            ...at(shape.readySince ?? age),
          },
        ]),
    { type: 'PodScheduled', status: 'True', ...at(age) },
  ];
  return overlay(
    {
      metadata: {
        creationTimestamp: ago(age),
        ...(shape.revision && {
          labels: { 'controller-revision-hash': shape.revision },
        }),
        ...(shape.deletedSince !== undefined && {
          deletionTimestamp: ago(shape.deletedSince - 0.5),
          deletionGracePeriodSeconds: 30,
        }),
        managedFields: [
          {
            manager: 'kubelet',
            operation: 'Update',
            subresource: 'status',
            fieldsV1: { 'f:status': {} },
          },
        ],
      },
      spec: {
        nodeName: 'sh-w-31',
        restartPolicy,
        schedulerName: 'default-scheduler',
        terminationGracePeriodSeconds: 30,
        containers: containers.map((one, index) =>
          specOf(one, nameOf(one, index, 'app')),
        ),
        ...(init.length && {
          initContainers: init.map((one, index) =>
            specOf(one, nameOf(one, index, 'init')),
          ),
        }),
      },
      status: {
        phase,
        qosClass: 'Burstable',
        startTime: ago(age),
        conditions: [
          ...conditions.map(condition =>
            overlay(
              condition,
              told.find(({ type }) => type === condition.type) ?? {},
            ),
          ),
          ...told.filter(({ type }) =>
            conditions.every(one => one.type !== type),
          ),
        ],
        containerStatuses: statuses,
        ...(init.length && {
          initContainerStatuses: init.map((one, index) =>
            statusOf(one, nameOf(one, index, 'init')),
          ),
        }),
      },
    },
    shape.over ?? {},
  );
}
