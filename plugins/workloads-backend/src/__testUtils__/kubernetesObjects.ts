/** A namespace as an API server sends it. */
export function namespaceObject(
  name: string,
  labels: Record<string, string> = {},
  annotations: Record<string, string> = {},
) {
  return {
    metadata: {
      name,
      uid: `ns-${name}`,
      resourceVersion: '1',
      labels,
      annotations,
    },
  };
}

/** A Deployment of one container as an API server sends it, with as many pods ready as told. */
export function deploymentObject(
  namespace: string,
  name: string,
  options: {
    image?: string;
    replicas?: number;
    ready?: number;
    labels?: Record<string, string>;
  } = {},
) {
  const { image = `registry.example.com/${name}:1.0.0`, replicas = 2 } =
    options;
  const ready = options.ready ?? replicas;
  return {
    metadata: {
      namespace,
      name,
      uid: `${namespace}-${name}`,
      resourceVersion: '1',
      generation: 1,
      creationTimestamp: '2026-11-01T00:00:00Z',
      labels: options.labels ?? {},
    },
    spec: {
      replicas,
      template: { spec: { containers: [{ name, image }] } },
    },
    status: {
      observedGeneration: 1,
      replicas,
      updatedReplicas: replicas,
      readyReplicas: ready,
      availableReplicas: ready,
    },
  };
}

/** A running pod of one container of a Deployment as an API server sends it, with a request and a limit. */
export function podObject(
  namespace: string,
  workload: string,
  name: string,
  lastState: object = {},
) {
  return {
    metadata: {
      namespace,
      name,
      uid: `pod-${namespace}-${name}`,
      resourceVersion: '1',
      creationTimestamp: '2026-11-01T00:00:00Z',
      ownerReferences: [
        {
          kind: 'Deployment',
          name: workload,
          uid: `${namespace}-${workload}`,
          controller: true,
        },
      ],
    },
    spec: {
      containers: [
        {
          name: workload,
          image: `r.example.com/${workload}:1`,
          resources: { requests: { cpu: '200m' }, limits: { memory: '512Mi' } },
        },
      ],
    },
    status: {
      phase: 'Running',
      containerStatuses: [
        {
          name: workload,
          ready: true,
          restartCount: 0,
          state: { running: { startedAt: '2026-11-01T00:00:00Z' } },
          lastState,
        },
      ],
    },
  };
}

/** An event about a Deployment as an API server sends it. */
export function eventObject(
  namespace: string,
  workload: string,
  options: { reason: string; at: string; type?: 'Normal' | 'Warning' },
) {
  const { reason, at, type = 'Normal' } = options;
  return {
    metadata: {
      namespace,
      name: `${workload}.${reason}`,
      uid: `${namespace}-${workload}-${reason}`,
      resourceVersion: '1',
      creationTimestamp: at,
    },
    involvedObject: {
      kind: 'Deployment',
      namespace,
      name: workload,
      uid: `${namespace}-${workload}`,
    },
    type,
    reason,
    message: `${reason} of ${workload}`,
    count: 1,
    firstTimestamp: at,
    lastTimestamp: at,
  };
}
