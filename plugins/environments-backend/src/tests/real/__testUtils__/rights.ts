import { LABEL_ENVIRONMENT_ID } from '@domaindeck/backstage-plugin-workloads-common';
import { BASELINE_KINDS } from '../../../clone';
import { ClusterDriver } from '../../../drivers';
import { JsonObject, KubernetesObject, objectRef } from '../../../objects';

/** A rule of a ClusterRole. */
export interface RoleRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}

/** One verb on one kind. */
export interface Right {
  readonly group: string;
  readonly resource: string;
  readonly verb: string;
}

/** What needs a right, and the words of a refusal without it. */
export interface Operation {
  readonly right: Right;
  readonly words: string;
  readonly act: () => Promise<unknown>;
}

const HOME = 'rights';
const RBAC = 'rbac.authorization.k8s.io';
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Definitions of the kinds that not every cluster has, of any content. */
export function optionalKinds(): object[] {
  return BASELINE_KINDS.filter(one => one.optional).map(
    ({ group, version, kind, resource }) => ({
      metadata: {
        name: `${resource}.${group}`,
        annotations: {
          'api-approved.kubernetes.io': 'unapproved, for tests',
        },
      },
      spec: {
        group,
        scope: 'Namespaced',
        names: { kind, plural: resource },
        versions: [
          {
            name: version,
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                'x-kubernetes-preserve-unknown-fields': true,
              },
            },
          },
        ],
      },
    }),
  );
}

/** The same rules but for one right. */
export function withoutRight(
  rules: readonly RoleRule[],
  right: Right,
): RoleRule[] {
  return rules.flatMap(rule => {
    const isOfIt =
      rule.apiGroups.includes(right.group) &&
      rule.resources.includes(right.resource) &&
      rule.verbs.includes(right.verb);
    if (!isOfIt) {
      return [rule];
    }
    const verbs = rule.verbs.filter(verb => verb !== right.verb);
    const others = rule.resources.filter(one => one !== right.resource);
    return [
      { ...rule, resources: others },
      { ...rule, resources: [right.resource], verbs },
    ].filter(one => one.resources.length > 0 && one.verbs.length > 0);
  });
}

/**
 * For each right of the rules what the portal does by it. Objects are made by the administrator, and the portal only
 * tries or aims at another uid, so that any of it can be done again.
 */
export async function operationsOf(
  rules: readonly RoleRule[],
  admin: ClusterDriver,
  portal: ClusterDriver,
): Promise<Operation[]> {
  await admin.create({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: HOME, labels: { [LABEL_ENVIRONMENT_ID]: 'r1' } },
  });
  const rights = rules.flatMap(({ apiGroups: [group], resources, verbs }) =>
    resources.flatMap(resource =>
      verbs.map(verb => ({ group, resource, verb })),
    ),
  );
  for (const { resource } of rights.filter(one => one.verb === 'create')) {
    const object = objectOf(resource, 'there');
    await (resource === 'secrets'
      ? admin.putSecret(object, { a: 'b' })
      : admin.apply(object));
  }
  return rights.map(right => ({
    right,
    words: wordsOf(right),
    act: actOf(right, portal),
  }));
}

function wordsOf({ group, resource, verb }: Right): string {
  return ['escalate', 'bind'].includes(verb)
    ? 'is attempting to grant RBAC permissions not currently held'
    : `cannot ${verb} resource "${resource}" in API group "${group}"`;
}

function actOf(
  { resource, verb }: Right,
  portal: ClusterDriver,
): () => Promise<unknown> {
  const there = () => {
    const object = objectOf(resource, 'there');
    const { namespace } = object.metadata;
    return { ...objectRef(object), ...(namespace ? { namespace } : {}) };
  };
  const dryRun = { dryRun: true };
  switch (verb) {
    case 'list':
      if (resource === 'namespaces') {
        return () => portal.labelledNamespaces(LABEL_ENVIRONMENT_ID);
      }
      return ['pods', 'events'].includes(resource)
        ? () => portal.waiting(HOME)
        : () => portal.list(HOME);
    case 'get':
      return resource === 'pods/log'
        ? () => portal.lastLine(HOME, 'nobody', 'app')
        : () => portal.get(there());
    case 'create':
      return () => portal.apply(objectOf(resource, 'new'), dryRun);
    case 'patch':
      return () => portal.apply(objectOf(resource, 'there'), dryRun);
    case 'delete':
      return () => portal.remove(there(), NOBODY);
    case 'escalate':
      return () =>
        portal.apply(
          {
            ...objectOf('roles', 'mighty'),
            rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
          },
          dryRun,
        );
    default:
      return () =>
        portal.apply(
          bindingOf(
            resource === 'roles' ? ['Role', 'there'] : ['ClusterRole', 'edit'],
          ),
          dryRun,
        );
  }
}

/** Something valid of each kind. */
function objectOf(resource: string, name: string): KubernetesObject {
  const kinds = [
    ...BASELINE_KINDS,
    { group: '', version: 'v1', kind: 'Namespace', resource: 'namespaces' },
    {
      group: '',
      version: 'v1',
      kind: 'ResourceQuota',
      resource: 'resourcequotas',
    },
    { group: '', version: 'v1', kind: 'LimitRange', resource: 'limitranges' },
  ];
  const kind = kinds.find(one => one.resource === resource)!;
  const apiVersion = kind.group
    ? `${kind.group}/${kind.version}`
    : kind.version;
  const metadata =
    resource === 'namespaces'
      ? { name: `${HOME}-${name}`, labels: { [LABEL_ENVIRONMENT_ID]: 'r1' } }
      : { name, namespace: HOME };
  return { apiVersion, kind: kind.kind, metadata, ...contentOf(resource) };
}

function contentOf(resource: string): Partial<KubernetesObject> {
  const labels = { app: 'a' };
  const template: JsonObject = {
    metadata: { labels },
    spec: { containers: [{ name: 'app', image: 'app' }] },
  };
  const selector = { matchLabels: labels };
  switch (resource) {
    case 'deployments':
      return { spec: { replicas: 0, selector, template } };
    case 'daemonsets':
      return {
        spec: {
          selector,
          template: {
            ...template,
            spec: {
              containers: [{ name: 'app', image: 'app' }],
              nodeSelector: { no: 'where' },
            },
          },
        },
      };
    case 'statefulsets':
      return { spec: { replicas: 0, serviceName: 'a', selector, template } };
    case 'cronjobs':
      return {
        spec: {
          schedule: '0 0 1 1 *',
          suspend: true,
          jobTemplate: {
            spec: {
              template: {
                spec: {
                  restartPolicy: 'Never',
                  containers: [{ name: 'app', image: 'app' }],
                },
              },
            },
          },
        },
      };
    case 'services':
      return { spec: { ports: [{ port: 80, protocol: 'TCP' }] } };
    case 'persistentvolumeclaims':
      return {
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '1Gi' } },
        },
      };
    case 'ingresses':
      return {
        spec: {
          defaultBackend: { service: { name: 'a', port: { number: 80 } } },
        },
      };
    case 'networkpolicies':
      return { spec: { podSelector: {} } };
    case 'limitranges':
      return { spec: { limits: [] } };
    case 'roles':
      // More than the portal has, so that binding it takes a right of its own.
      return {
        rules: [
          { apiGroups: [''], resources: ['configmaps'], verbs: ['watch'] },
        ],
      };
    case 'rolebindings': {
      const { roleRef, subjects } = bindingOf(['Role', 'there']);
      return { roleRef, subjects };
    }
    default:
      return {};
  }
}

function bindingOf([kind, name]: readonly [string, string]): KubernetesObject {
  return {
    apiVersion: `${RBAC}/v1`,
    kind: 'RoleBinding',
    metadata: { name: `to-${name}`, namespace: HOME },
    roleRef: { apiGroup: RBAC, kind, name },
    subjects: [{ apiGroup: RBAC, kind: 'Group', name: 'developers' }],
  };
}
