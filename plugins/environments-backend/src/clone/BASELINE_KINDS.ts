/** A kind that the planner reads from a baseline's namespace. */
export interface BaselineKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** Plural, as in the API's path. */
  readonly resource: string;
  /** Not every cluster has it. */
  readonly optional?: boolean;
}

const apps = { group: 'apps', version: 'v1' };
const core = { group: '', version: 'v1' };
const rbac = { group: 'rbac.authorization.k8s.io', version: 'v1' };
const networking = { group: 'networking.k8s.io', version: 'v1' };

/**
 * What is read of a baseline. Pods, ReplicaSets, Endpoints, Events, Jobs and volumes are not: they are made by others and
 * never copied.
 */
export const BASELINE_KINDS: readonly BaselineKind[] = [
  { ...apps, kind: 'Deployment', resource: 'deployments' },
  { ...apps, kind: 'StatefulSet', resource: 'statefulsets' },
  { ...apps, kind: 'DaemonSet', resource: 'daemonsets' },
  { group: 'batch', version: 'v1', kind: 'CronJob', resource: 'cronjobs' },
  { ...core, kind: 'Service', resource: 'services' },
  { ...core, kind: 'ConfigMap', resource: 'configmaps' },
  { ...core, kind: 'Secret', resource: 'secrets' },
  { ...core, kind: 'ServiceAccount', resource: 'serviceaccounts' },
  {
    ...core,
    kind: 'PersistentVolumeClaim',
    resource: 'persistentvolumeclaims',
  },
  { ...rbac, kind: 'Role', resource: 'roles' },
  { ...rbac, kind: 'RoleBinding', resource: 'rolebindings' },
  { ...networking, kind: 'Ingress', resource: 'ingresses' },
  { ...networking, kind: 'NetworkPolicy', resource: 'networkpolicies' },
  {
    group: 'autoscaling',
    version: 'v2',
    kind: 'HorizontalPodAutoscaler',
    resource: 'horizontalpodautoscalers',
  },
  {
    group: 'policy',
    version: 'v1',
    kind: 'PodDisruptionBudget',
    resource: 'poddisruptionbudgets',
  },
  {
    group: 'gateway.networking.k8s.io',
    version: 'v1',
    kind: 'HTTPRoute',
    resource: 'httproutes',
    optional: true,
  },
  {
    group: 'external-secrets.io',
    version: 'v1',
    kind: 'ExternalSecret',
    resource: 'externalsecrets',
    optional: true,
  },
  {
    group: 'external-secrets.io',
    version: 'v1',
    kind: 'SecretStore',
    resource: 'secretstores',
    optional: true,
  },
  {
    group: 'secrets-store.csi.x-k8s.io',
    version: 'v1',
    kind: 'SecretProviderClass',
    resource: 'secretproviderclasses',
    optional: true,
  },
];
