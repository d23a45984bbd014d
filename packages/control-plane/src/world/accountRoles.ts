import { accountNames } from '../cluster/accounts';
import { KubernetesObject } from '../cluster/KubernetesClient';

const apiGroup = 'rbac.authorization.k8s.io';

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
}

function readingRole(user: string, rules: readonly Rule[]): KubernetesObject[] {
  const metadata = { name: user };
  const role = {
    apiVersion: `${apiGroup}/v1`,
    kind: 'ClusterRole',
    metadata,
    rules: rules.map(rule => ({ ...rule, verbs: ['get', 'list', 'watch'] })),
  };
  const binding = {
    apiVersion: `${apiGroup}/v1`,
    kind: 'ClusterRoleBinding',
    metadata,
    roleRef: { apiGroup, kind: 'ClusterRole', name: user },
    subjects: [{ apiGroup, kind: 'User', name: user }],
  };
  return [role, binding];
}

/**
 * Rights of the accounts beside the administrator. The portal's reads what the Workloads tab and the stock Kubernetes
 * tab show, no Secrets.
 */
export const accountRoles: readonly KubernetesObject[] = [
  ...readingRole(accountNames.portal, [
    {
      apiGroups: [''],
      resources: [
        'namespaces',
        'nodes',
        'pods',
        'pods/log',
        'events',
        'services',
        'configmaps',
        'limitranges',
        'resourcequotas',
        'persistentvolumeclaims',
      ],
    },
    {
      apiGroups: [
        'apps',
        'batch',
        'autoscaling',
        'networking.k8s.io',
        'events.k8s.io',
        'metrics.k8s.io',
      ],
      resources: ['*'],
    },
  ]),
  ...readingRole(accountNames.restricted, [
    { apiGroups: [''], resources: ['pods'] },
  ]),
];
