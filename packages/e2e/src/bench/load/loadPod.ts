/** What tells one pod of a load from the others. */
export interface LoadPodOptions {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  readonly app: string;
  readonly replicaSet: { readonly name: string; readonly uid: string };
  readonly node: string;
  readonly version: string;
  /** RFC 3339. */
  readonly started: string;
  /** Bytes of JSON, about; pods of a company have 10 000 to 20 000, half of it managedFields. */
  readonly bytes: number;
}

type Json = Record<string, unknown>;

function container(name: string, image: string, settings: number): Json {
  return {
    name,
    image,
    env: Array.from({ length: settings }, (_, index) => ({
      name: `SETTING_${index}`,
      value: `value-of-setting-${index}`,
    })),
    ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
    resources: {
      requests: { cpu: '100m', memory: '128Mi' },
      limits: { cpu: '500m', memory: '512Mi' },
    },
    readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
    livenessProbe: { httpGet: { path: '/live', port: 8080 } },
    volumeMounts: ['config', 'secret', 'scratch'].map(volume => ({
      name: volume,
      mountPath: `/etc/${volume}`,
    })),
    imagePullPolicy: 'IfNotPresent',
    terminationMessagePath: '/dev/termination-log',
  };
}

/** The fields of a value as a manager of fields lists them. */
function fieldsOf(value: unknown): Json {
  if (Array.isArray(value)) {
    return Object.fromEntries(
      value.map((item, index) => [
        `k:${JSON.stringify({ name: (item as Json).name ?? index })}`,
        { '.': {}, ...fieldsOf(item) },
      ]),
    );
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          `f:${key}`,
          fieldsOf(inner),
        ]),
      )
    : {};
}

function status(
  containers: readonly Json[],
  started: string,
  restarts: number | string,
): Json {
  return {
    phase: 'Running',
    startTime: started,
    podIP: '10.244.0.9',
    hostIP: '10.0.0.4',
    qosClass: 'Burstable',
    conditions: ['Initialized', 'Ready', 'ContainersReady', 'PodScheduled'].map(
      type => ({ type, status: 'True', lastTransitionTime: started }),
    ),
    containerStatuses: containers.map(({ name, image }) => ({
      name,
      image,
      imageID: `${image}@sha256:${'0123456789abcdef'.repeat(4)}`,
      ready: true,
      started: true,
      restartCount: restarts,
      state: { running: { startedAt: started } },
      lastState: {},
    })),
  };
}

/**
 * A running pod of two containers as an API server sends it, with the fields of three managers.
 * @param restarts - of both containers; a text where a template is made of the pod
 */
export function loadPod(
  options: LoadPodOptions,
  restarts: number | string,
): Json {
  const { name, namespace, uid, app, replicaSet, node, started, bytes } =
    options;
  const image = `registry.example.com/load/${app}:1.0.0`;
  // A bare pod has 6 050 bytes; a setting of both containers and of the fields of their manager adds 230.
  const settings = Math.max(0, Math.round((bytes - 6050) / 230));
  const containers = [
    container(app, image, settings),
    container('proxy', 'registry.example.com/load/proxy:1.30.2', settings),
  ];
  const labels = {
    'app.kubernetes.io/name': app,
    'backstage.io/kubernetes-id': app,
    'pod-template-hash': replicaSet.name.split('-').at(-1),
  };
  const spec = {
    nodeName: node,
    restartPolicy: 'Always',
    containers,
    volumes: [
      { name: 'config', configMap: { name: app, defaultMode: 420 } },
      { name: 'secret', secret: { secretName: app, defaultMode: 420 } },
      { name: 'scratch', emptyDir: {} },
    ],
  };
  const manager = (who: string, fields: Json) => ({
    manager: who,
    operation: 'Update',
    apiVersion: 'v1',
    time: started,
    fieldsType: 'FieldsV1',
    fieldsV1: fields,
  });
  const now = status(containers, started, restarts);
  return {
    kind: 'Pod',
    apiVersion: 'v1',
    metadata: {
      name,
      namespace,
      uid,
      resourceVersion: options.version,
      creationTimestamp: started,
      labels,
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: replicaSet.name,
          uid: replicaSet.uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
      managedFields: [
        manager('kube-controller-manager', {
          'f:metadata': fieldsOf({ labels }),
          'f:spec': fieldsOf(spec),
        }),
        manager('kube-scheduler', { 'f:spec': { 'f:nodeName': {} } }),
        {
          ...manager('kubelet', { 'f:status': fieldsOf(now) }),
          subresource: 'status',
        },
      ],
    },
    spec,
    status: now,
  };
}
