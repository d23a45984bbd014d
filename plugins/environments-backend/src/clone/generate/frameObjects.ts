import {
  ANNOTATION_BASELINE,
  ANNOTATION_EXPIRES_AT,
  ANNOTATION_OWNER_REF,
  SPECIFICATION_CONFIG_MAP,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  ANNOTATION_CREATOR_REF,
  ANNOTATION_DOMAIN_REF,
} from '@domaindeck/backstage-plugin-workloads-common';
import { KubernetesObject } from '../../objects';
import { limitRange, resourceQuota } from '../../policy';
import { PlanContext } from '../context';
import { environmentLabels } from './environmentLabels';

/** Namespace with all that a record is rebuilt from, its specification, and the bounds of its size. */
export function reserveObjects(
  context: PlanContext,
  expiresAt: string,
): KubernetesObject[] {
  const { input } = context;
  const { specification } = input;
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: context.namespace,
        labels: environmentLabels(context),
        annotations: {
          [ANNOTATION_DOMAIN_REF]: specification.domain,
          [ANNOTATION_CREATOR_REF]: input.creatorRef,
          [ANNOTATION_BASELINE]: `${input.cluster.name}/${input.baseline.namespace}`,
          [ANNOTATION_EXPIRES_AT]: expiresAt,
          ...(input.ownerRef ? { [ANNOTATION_OWNER_REF]: input.ownerRef } : {}),
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: SPECIFICATION_CONFIG_MAP },
      data: { specification: JSON.stringify(specification) },
    },
    ...(context.size
      ? [resourceQuota(context.size), limitRange(context.size)]
      : []),
  ];
}

/** Who may call in: the environment itself, its baseline, what leads in from outside. Nothing that goes out is barred. */
export function fenceObjects(context: PlanContext): KubernetesObject[] {
  const { cluster, baseline } = context.input;
  const admitted = [
    ...new Set([baseline.namespace, ...(cluster.ingressNamespaces ?? [])]),
  ];
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'domaindeck-fence' },
      spec: {
        podSelector: {},
        policyTypes: ['Ingress'],
        ingress: [
          {
            from: [
              { podSelector: {} },
              {
                namespaceSelector: {
                  matchExpressions: [
                    {
                      key: 'kubernetes.io/metadata.name',
                      operator: 'In',
                      values: admitted,
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
    },
    ...teamBinding(context),
  ];
}

function teamBinding(context: PlanContext): KubernetesObject[] {
  const { team } = context.input.cluster;
  const apiGroup = 'rbac.authorization.k8s.io';
  const subjects = [
    ...(team?.groups ?? []).map(name => ({ apiGroup, kind: 'Group', name })),
    ...(team?.users ?? []).map(name => ({ apiGroup, kind: 'User', name })),
  ];
  return team && subjects.length > 0
    ? [
        {
          apiVersion: `${apiGroup}/v1`,
          kind: 'RoleBinding',
          metadata: { name: 'domaindeck-team' },
          roleRef: { apiGroup, kind: 'ClusterRole', name: team.clusterRole },
          subjects,
        },
      ]
    : [];
}
