import { KubernetesObject } from './KubernetesObject';

type Fields = Record<string, unknown>;

/** Of kinds whose wishes need no more than this. */
const DEFAULTS: Readonly<Record<string, Fields>> = {
  CronJob: {
    concurrencyPolicy: 'Allow',
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
  },
  DaemonSet: {
    updateStrategy: {
      type: 'RollingUpdate',
      rollingUpdate: { maxUnavailable: 1, maxSurge: 0 },
    },
    revisionHistoryLimit: 10,
  },
  Deployment: {
    replicas: 1,
    strategy: {
      type: 'RollingUpdate',
      rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' },
    },
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
  },
  Job: {
    parallelism: 1,
    completions: 1,
    backoffLimit: 6,
    completionMode: 'NonIndexed',
    suspend: false,
  },
  PersistentVolumeClaim: { volumeMode: 'Filesystem' },
  ReplicaSet: { replicas: 1 },
  StatefulSet: {
    replicas: 1,
    podManagementPolicy: 'OrderedReady',
    updateStrategy: {
      type: 'RollingUpdate',
      rollingUpdate: { partition: 0 },
    },
    revisionHistoryLimit: 10,
  },
};

/** Fills in what the real server fills in when an object is created, as far as somebody reads it. */
export function withDefaults(object: KubernetesObject): KubernetesObject {
  const filled = withSpecDefaults(object);
  switch (object.kind) {
    case 'Namespace':
      return { ...filled, status: { phase: 'Active' } };
    case 'PersistentVolumeClaim':
      return {
        ...filled,
        status: { phase: 'Pending', ...fields(object.status) },
      };
    case 'Pod':
      return {
        ...filled,
        status: {
          phase: 'Pending',
          qosClass: 'Burstable',
          ...fields(object.status),
        },
      };
    case 'Ingress':
    case 'Service':
      return {
        ...filled,
        status: { loadBalancer: {}, ...fields(object.status) },
      };
    default:
      return DEFAULTS[object.kind]
        ? { ...filled, status: fields(object.status) }
        : filled;
  }
}

/** The same for the wishes alone, at every write. */
export function withSpecDefaults(object: KubernetesObject): KubernetesObject {
  const spec = fields(object.spec);
  switch (object.kind) {
    case 'LimitRange':
      return { ...object, spec: withLimitDefaults(spec) };
    case 'Namespace':
      return {
        ...object,
        metadata: {
          ...object.metadata,
          labels: {
            'kubernetes.io/metadata.name': object.metadata.name,
            ...object.metadata.labels,
          },
        },
        spec: { finalizers: ['kubernetes'], ...spec },
      };
    case 'NetworkPolicy':
      return { ...object, spec: { ...policyTypes(spec), ...spec } };
    case 'Pod':
      return { ...object, spec: podSpec(spec, true) };
    case 'RoleBinding':
      return { ...object, ...bindingDefaults(object) };
    case 'Secret':
      return secretWithData(object);
    case 'Service':
      return { ...object, spec: serviceSpec(spec) };
    default: {
      const defaults = DEFAULTS[object.kind];
      return defaults
        ? { ...object, spec: withTemplate(defaults, spec) }
        : object;
    }
  }
}

function withTemplate(defaults: Fields, spec: Fields): Fields {
  const template = fields(spec.template);
  return {
    ...defaults,
    ...spec,
    ...(spec.template !== undefined && {
      template: { ...template, spec: podSpec(fields(template.spec), false) },
    }),
  };
}

function policyTypes(spec: Fields): Fields {
  const isAboutEgress = Array.isArray(spec.egress) && spec.egress.length > 0;
  return {
    policyTypes: isAboutEgress ? ['Ingress', 'Egress'] : ['Ingress'],
  };
}

const RBAC = 'rbac.authorization.k8s.io';

function bindingDefaults({ roleRef, subjects }: Fields): Fields {
  return {
    roleRef: { apiGroup: RBAC, ...fields(roleRef) },
    ...(Array.isArray(subjects) && {
      subjects: subjects.map(fields).map(subject => ({
        ...(subject.kind !== 'ServiceAccount' && { apiGroup: RBAC }),
        ...subject,
      })),
    }),
  };
}

/** Texts that were given as such are kept as all others are. */
function secretWithData(secret: KubernetesObject): KubernetesObject {
  const { stringData, ...rest } = secret;
  const texts = Object.entries(fields(stringData)).map(([key, text]) => [
    key,
    Buffer.from(String(text)).toString('base64'),
  ]);
  return {
    ...rest,
    type: secret.type ?? 'Opaque',
    ...((secret.data !== undefined || texts.length > 0) && {
      data: { ...fields(secret.data), ...Object.fromEntries(texts) },
    }),
  };
}

function serviceSpec(spec: Fields): Fields {
  const ports = Array.isArray(spec.ports)
    ? spec.ports.map(port => ({
        protocol: 'TCP',
        ...(spec.type !== 'ExternalName' && { targetPort: port.port }),
        ...fields(port),
      }))
    : spec.ports;
  return {
    type: 'ClusterIP',
    sessionAffinity: 'None',
    ...(spec.type !== 'ExternalName' && { internalTrafficPolicy: 'Cluster' }),
    ...spec,
    ...(ports !== undefined && { ports }),
  };
}

/** What a container gets that says nothing: its limit from the highest there may be, its request from its limit. */
function withLimitDefaults(spec: Fields): Fields {
  if (!Array.isArray(spec.limits)) {
    return spec;
  }
  return {
    ...spec,
    limits: spec.limits.map(fields).map(limit => {
      if (limit.type !== 'Container') {
        return limit;
      }
      const most = { ...fields(limit.max), ...fields(limit.default) };
      const asked = {
        ...fields(limit.min),
        ...most,
        ...fields(limit.defaultRequest),
      };
      return {
        ...limit,
        ...(Object.keys(most).length > 0 && { default: most }),
        ...(Object.keys(asked).length > 0 && { defaultRequest: asked }),
      };
    }),
  };
}

/** @param isPod - whether it is that of a pod, where a limit without a request is a request, too */
function podSpec(spec: Fields, isPod: boolean): Fields {
  const containers = (list: unknown) =>
    Array.isArray(list)
      ? list.map(fields).map(container => ({
          terminationMessagePath: '/dev/termination-log',
          terminationMessagePolicy: 'File',
          imagePullPolicy: 'IfNotPresent',
          ...container,
          ...(Array.isArray(container.ports) && {
            ports: container.ports.map(port => ({
              protocol: 'TCP',
              ...fields(port),
            })),
          }),
          resources: resourcesOf(fields(container.resources), isPod),
        }))
      : list;
  return {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
    ...spec,
    ...(spec.initContainers !== undefined && {
      initContainers: containers(spec.initContainers),
    }),
    containers: containers(spec.containers),
  };
}

function resourcesOf(resources: Fields, isPod: boolean): Fields {
  return isPod && resources.limits !== undefined
    ? {
        ...resources,
        requests: {
          ...fields(resources.limits),
          ...fields(resources.requests),
        },
      }
    : resources;
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
