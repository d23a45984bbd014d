import { KubernetesObject } from './KubernetesObject';

type Fields = Record<string, unknown>;

/** Fills in what the real server fills in when an object is created, as far as somebody reads it. */
export function withDefaults(object: KubernetesObject): KubernetesObject {
  switch (object.kind) {
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
        spec: { finalizers: ['kubernetes'], ...fields(object.spec) },
        status: { phase: 'Active' },
      };
    case 'Pod':
      return {
        ...object,
        spec: podSpec(fields(object.spec)),
        status: {
          phase: 'Pending',
          qosClass: 'Burstable',
          ...fields(object.status),
        },
      };
    case 'Deployment':
      return withSpec(object, {
        replicas: 1,
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' },
        },
        revisionHistoryLimit: 10,
        progressDeadlineSeconds: 600,
      });
    case 'ReplicaSet':
      return withSpec(object, { replicas: 1 });
    case 'StatefulSet':
      return withSpec(object, {
        replicas: 1,
        podManagementPolicy: 'OrderedReady',
        updateStrategy: {
          type: 'RollingUpdate',
          rollingUpdate: { partition: 0 },
        },
        revisionHistoryLimit: 10,
      });
    case 'DaemonSet':
      return withSpec(object, {
        updateStrategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxUnavailable: 1, maxSurge: 0 },
        },
        revisionHistoryLimit: 10,
      });
    case 'CronJob':
      return withSpec(object, {
        concurrencyPolicy: 'Allow',
        suspend: false,
        successfulJobsHistoryLimit: 3,
        failedJobsHistoryLimit: 1,
      });
    case 'Job':
      return withSpec(object, {
        parallelism: 1,
        completions: 1,
        backoffLimit: 6,
        completionMode: 'NonIndexed',
        suspend: false,
      });
    default:
      return object;
  }
}

function withSpec(
  object: KubernetesObject,
  defaults: Fields,
): KubernetesObject {
  const spec = fields(object.spec);
  const template = fields(spec.template);
  return {
    ...object,
    spec: {
      ...defaults,
      ...spec,
      ...(spec.template !== undefined && {
        template: { ...template, spec: podSpec(fields(template.spec)) },
      }),
    },
    status: fields(object.status),
  };
}

function podSpec(spec: Fields): Fields {
  const containers = (list: unknown) =>
    Array.isArray(list)
      ? list.map(container => ({
          resources: {},
          terminationMessagePath: '/dev/termination-log',
          terminationMessagePolicy: 'File',
          imagePullPolicy: 'IfNotPresent',
          ...fields(container),
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

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
