import { KubernetesObject } from '../../../objects';

type Fields = Record<string, unknown>;

/** What is said of a workload beside its name. */
export interface WorkloadFields {
  /** Of its pods and its selector; `app` with its name unless told. */
  readonly labels?: Record<string, string>;
  /** Of its first container. */
  readonly container?: Fields;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly ports?: readonly number[];
  readonly pod?: Fields;
  readonly template?: Fields;
  readonly spec?: Fields;
  readonly metadata?: Fields;
}

/** An object of any kind. */
export function object(
  apiVersion: string,
  kind: string,
  name: string,
  rest: Fields = {},
  metadata: Fields = {},
): KubernetesObject {
  return {
    apiVersion,
    kind,
    metadata: { name, ...metadata },
    ...rest,
  } as KubernetesObject;
}

/** Variables as a container has them: a text, or what it comes from. */
function envOf(env: Readonly<Record<string, unknown>>): Fields[] {
  return Object.entries(env).map(([name, value]) =>
    typeof value === 'string' ? { name, value } : { name, valueFrom: value },
  );
}

function podTemplate(
  name: string,
  image: string,
  fields: WorkloadFields,
): Fields {
  const { containers = [], ...pod } = fields.pod ?? {};
  return {
    metadata: { labels: fields.labels ?? { app: name }, ...fields.template },
    spec: {
      containers: [
        {
          name,
          image,
          ...(fields.ports
            ? { ports: fields.ports.map(containerPort => ({ containerPort })) }
            : {}),
          ...(fields.env ? { env: envOf(fields.env) } : {}),
          ...fields.container,
        },
        ...(containers as Fields[]),
      ],
      ...pod,
    },
  };
}

/** A Deployment of one container. */
export function deployment(
  name: string,
  image: string,
  fields: WorkloadFields = {},
): KubernetesObject {
  return object(
    'apps/v1',
    'Deployment',
    name,
    {
      spec: {
        replicas: 1,
        selector: { matchLabels: fields.labels ?? { app: name } },
        template: podTemplate(name, image, fields),
        ...fields.spec,
      },
    },
    fields.metadata,
  );
}

/** A StatefulSet of one container; its volumes by name and size. */
export function statefulSet(
  name: string,
  image: string,
  fields: WorkloadFields & {
    readonly serviceName?: string;
    readonly claims?: Readonly<Record<string, string>>;
  } = {},
): KubernetesObject {
  const claims = Object.entries(fields.claims ?? {}).map(
    ([volume, storage]) => ({
      metadata: { name: volume },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage } },
      },
    }),
  );
  return object(
    'apps/v1',
    'StatefulSet',
    name,
    {
      spec: {
        replicas: 3,
        serviceName: fields.serviceName ?? name,
        selector: { matchLabels: fields.labels ?? { app: name } },
        template: podTemplate(name, image, fields),
        ...(claims.length > 0 ? { volumeClaimTemplates: claims } : {}),
        ...fields.spec,
      },
    },
    fields.metadata,
  );
}

/** A CronJob of one container. */
export function cronJob(
  name: string,
  image: string,
  fields: WorkloadFields = {},
): KubernetesObject {
  const template = podTemplate(name, image, {
    ...fields,
    pod: { restartPolicy: 'OnFailure', ...fields.pod },
  });
  return object('batch/v1', 'CronJob', name, {
    spec: {
      schedule: '*/5 * * * *',
      jobTemplate: { spec: { template } },
      ...fields.spec,
    },
  });
}

/** A Service; ports by number, with the same number behind them unless the spec says otherwise. */
export function service(
  name: string,
  ports: readonly number[],
  spec: Fields = {},
  metadata: Fields = {},
): KubernetesObject {
  return object(
    'v1',
    'Service',
    name,
    {
      spec: {
        selector: { app: name },
        ports: ports.map(port => ({ name: `p${port}`, port })),
        ...spec,
      },
    },
    metadata,
  );
}

/** A headless Service. */
export function headless(
  name: string,
  ports: readonly number[],
  spec: Fields = {},
): KubernetesObject {
  return service(name, ports, { clusterIP: 'None', ...spec });
}

export function configMap(
  name: string,
  data: Record<string, string>,
  rest: Fields = {},
): KubernetesObject {
  return object('v1', 'ConfigMap', name, { data, ...rest });
}

/** A Secret with keys and no values, as the planner gets it. */
export function secret(
  name: string,
  keys: readonly string[],
  type = 'Opaque',
  metadata: Fields = {},
): KubernetesObject {
  const data = Object.fromEntries(keys.map(key => [key, '']));
  return object('v1', 'Secret', name, { type, data }, metadata);
}

export function claim(
  name: string,
  spec: Fields = {},
  annotations: Record<string, string> = {},
): KubernetesObject {
  return object(
    'v1',
    'PersistentVolumeClaim',
    name,
    {
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
        ...spec,
      },
    },
    { annotations },
  );
}

export function account(name: string, rest: Fields = {}): KubernetesObject {
  return object('v1', 'ServiceAccount', name, rest);
}

export function role(
  name: string,
  resources: readonly string[],
  rule: Fields = {},
): KubernetesObject {
  return object('rbac.authorization.k8s.io/v1', 'Role', name, {
    rules: [{ apiGroups: [''], resources, verbs: ['get', 'list'], ...rule }],
  });
}

/** Gives a role to accounts of the same namespace. */
export function binding(
  name: string,
  roleName: string,
  accounts: readonly string[],
  kind = 'Role',
): KubernetesObject {
  const apiGroup = 'rbac.authorization.k8s.io';
  return object(`${apiGroup}/v1`, 'RoleBinding', name, {
    roleRef: { apiGroup, kind, name: roleName },
    subjects: accounts.map(one => ({ kind: 'ServiceAccount', name: one })),
  });
}

/** An Ingress of one host; paths to `service:port`. */
export function ingress(
  name: string,
  host: string,
  paths: Readonly<Record<string, string>>,
  annotations: Record<string, string> = {},
): KubernetesObject {
  return object(
    'networking.k8s.io/v1',
    'Ingress',
    name,
    {
      spec: {
        rules: [
          {
            host,
            http: {
              paths: Object.entries(paths).map(([path, to]) => {
                const [backend, port] = to.split(':');
                return {
                  path,
                  pathType: /[()*]/.test(path)
                    ? 'ImplementationSpecific'
                    : 'Prefix',
                  backend: {
                    service: { name: backend, port: { number: Number(port) } },
                  },
                };
              }),
            },
          },
        ],
      },
    },
    { annotations },
  );
}

/** A reference to one key. */
export const fromConfig = (name: string, key: string) => ({
  configMapKeyRef: { name, key },
});
export const fromSecret = (name: string, key: string) => ({
  secretKeyRef: { name, key },
});
export const fromField = (fieldPath: string) => ({ fieldRef: { fieldPath } });
