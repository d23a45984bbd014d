import { accountNames } from '../cluster/accounts';
import { KubernetesObject } from '../cluster/KubernetesClient';

const apiGroup = 'rbac.authorization.k8s.io';
const read = ['get', 'list', 'watch'];

/** Rights of the portal's account: reading what the Workloads tab and the stock Kubernetes tab show, no Secrets. */
export const portalRole: readonly KubernetesObject[] = [
  {
    apiVersion: `${apiGroup}/v1`,
    kind: 'ClusterRole',
    metadata: { name: 'domaindeck-portal' },
    ...{
      rules: [
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
          verbs: read,
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
          verbs: read,
        },
      ],
    },
  },
  {
    apiVersion: `${apiGroup}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name: 'domaindeck-portal' },
    ...{
      roleRef: { apiGroup, kind: 'ClusterRole', name: 'domaindeck-portal' },
      subjects: [{ apiGroup, kind: 'User', name: accountNames.portal }],
    },
  },
];
