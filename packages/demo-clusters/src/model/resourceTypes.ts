import { ResourceType } from './ResourceType';

const EMPTY_TEMPLATE = { metadata: {}, spec: { containers: null } };

interface Extras {
  readonly shortNames?: readonly string[];
  readonly clusterScoped?: true;
  readonly withoutStatus?: true;
  readonly bookmarkBody?: Readonly<Record<string, unknown>>;
}

function stored(
  groupVersion: string,
  kind: string,
  resource: string,
  extras: Extras = {},
): ResourceType {
  const [group, version] = groupVersion.includes('/')
    ? groupVersion.split('/')
    : ['', groupVersion];
  return {
    group,
    version,
    kind,
    resource,
    singular: kind.toLowerCase(),
    namespaced: !extras.clusterScoped,
    shortNames: extras.shortNames ?? [],
    hasStatus: !extras.withoutStatus,
    nature: 'stored',
    bookmarkBody: extras.bookmarkBody ?? {},
  };
}

function review(group: string, kind: string): ResourceType {
  return {
    group,
    version: 'v1',
    kind,
    resource: `${kind.toLowerCase()}s`,
    singular: kind.toLowerCase(),
    namespaced: false,
    shortNames: [],
    hasStatus: false,
    nature: 'review',
    bookmarkBody: {},
  };
}

const workloadBookmark = (spec: Record<string, unknown>) => ({
  spec: { ...spec, selector: null, template: EMPTY_TEMPLATE },
  status: {},
});

/**
 * Every kind that an embedded server knows, in the order of discovery. A kind is here because the suite, or the stock
 * Kubernetes tab beside it, reads it.
 * @public
 */
export const resourceTypes: readonly ResourceType[] = [
  stored('v1', 'ConfigMap', 'configmaps', {
    shortNames: ['cm'],
    withoutStatus: true,
  }),
  stored('v1', 'Event', 'events', {
    shortNames: ['ev'],
    withoutStatus: true,
    bookmarkBody: {
      involvedObject: {},
      source: {},
      firstTimestamp: null,
      lastTimestamp: null,
      eventTime: null,
      reportingComponent: '',
      reportingInstance: '',
    },
  }),
  stored('v1', 'LimitRange', 'limitranges', {
    shortNames: ['limits'],
    withoutStatus: true,
    bookmarkBody: { spec: { limits: null } },
  }),
  stored('v1', 'Namespace', 'namespaces', {
    shortNames: ['ns'],
    clusterScoped: true,
    bookmarkBody: { spec: {}, status: {} },
  }),
  stored('v1', 'Node', 'nodes', {
    shortNames: ['no'],
    clusterScoped: true,
    bookmarkBody: { spec: {}, status: {} },
  }),
  stored('v1', 'PersistentVolumeClaim', 'persistentvolumeclaims', {
    shortNames: ['pvc'],
    bookmarkBody: { spec: { resources: {} }, status: {} },
  }),
  stored('v1', 'Pod', 'pods', {
    shortNames: ['po'],
    bookmarkBody: { spec: { containers: null }, status: {} },
  }),
  stored('v1', 'ResourceQuota', 'resourcequotas', {
    shortNames: ['quota'],
    bookmarkBody: { spec: {}, status: {} },
  }),
  stored('v1', 'Secret', 'secrets', { withoutStatus: true }),
  stored('v1', 'ServiceAccount', 'serviceaccounts', {
    shortNames: ['sa'],
    withoutStatus: true,
  }),
  stored('v1', 'Service', 'services', {
    shortNames: ['svc'],
    bookmarkBody: { spec: {}, status: { loadBalancer: {} } },
  }),
  stored('apps/v1', 'DaemonSet', 'daemonsets', {
    shortNames: ['ds'],
    bookmarkBody: workloadBookmark({ updateStrategy: {} }),
  }),
  stored('apps/v1', 'Deployment', 'deployments', {
    shortNames: ['deploy'],
    bookmarkBody: workloadBookmark({ replicas: 0, strategy: {} }),
  }),
  stored('apps/v1', 'ReplicaSet', 'replicasets', {
    shortNames: ['rs'],
    bookmarkBody: workloadBookmark({}),
  }),
  stored('apps/v1', 'StatefulSet', 'statefulsets', {
    shortNames: ['sts'],
    bookmarkBody: workloadBookmark({ updateStrategy: {} }),
  }),
  stored(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
    {
      shortNames: ['hpa'],
      bookmarkBody: {
        spec: { scaleTargetRef: { kind: '', name: '' }, maxReplicas: 0 },
        status: { desiredReplicas: 0, currentMetrics: null },
      },
    },
  ),
  stored('batch/v1', 'CronJob', 'cronjobs', {
    shortNames: ['cj'],
    bookmarkBody: {
      spec: {
        schedule: '',
        jobTemplate: { metadata: {}, spec: { template: EMPTY_TEMPLATE } },
      },
      status: {},
    },
  }),
  stored('batch/v1', 'Job', 'jobs', {
    bookmarkBody: { spec: { template: EMPTY_TEMPLATE }, status: {} },
  }),
  stored('networking.k8s.io/v1', 'Ingress', 'ingresses', {
    shortNames: ['ing'],
    bookmarkBody: { spec: {}, status: { loadBalancer: {} } },
  }),
  stored('networking.k8s.io/v1', 'NetworkPolicy', 'networkpolicies', {
    shortNames: ['netpol'],
    withoutStatus: true,
    bookmarkBody: { spec: { podSelector: {} } },
  }),
  stored('policy/v1', 'PodDisruptionBudget', 'poddisruptionbudgets', {
    shortNames: ['pdb'],
    bookmarkBody: {
      spec: {},
      status: {
        disruptionsAllowed: 0,
        currentHealthy: 0,
        desiredHealthy: 0,
        expectedPods: 0,
      },
    },
  }),
  stored('rbac.authorization.k8s.io/v1', 'RoleBinding', 'rolebindings', {
    withoutStatus: true,
    bookmarkBody: { roleRef: { apiGroup: '', kind: '', name: '' } },
  }),
  stored('rbac.authorization.k8s.io/v1', 'Role', 'roles', {
    withoutStatus: true,
    bookmarkBody: { rules: null },
  }),
  review('authorization.k8s.io', 'SelfSubjectAccessReview'),
  review('authorization.k8s.io', 'SelfSubjectRulesReview'),
];

const byPath = new Map(
  resourceTypes.map(type => [
    `${type.group}/${type.version}/${type.resource}`,
    type,
  ]),
);

const byKind = new Map(
  resourceTypes.map(type => [
    `${type.group ? `${type.group}/` : ''}${type.version}/${type.kind}`,
    type,
  ]),
);

/**
 * The kind behind a path, or undefined for a path that the server does not serve.
 * @public
 */
export function findResource(
  group: string,
  version: string,
  resource: string,
): ResourceType | undefined {
  return byPath.get(`${group}/${version}/${resource}`);
}

/**
 * The kind of a manifest, or undefined for a kind that the server does not serve.
 * @public
 */
export function findKind(
  apiVersion: string,
  kind: string,
): ResourceType | undefined {
  return byKind.get(`${apiVersion}/${kind}`);
}
