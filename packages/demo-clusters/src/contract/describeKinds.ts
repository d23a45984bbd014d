import { ContractScene } from './ContractScene';

/** What an environment is made of, beside what runs: each with fields that the server fills in. */
const kinds: readonly {
  readonly apiVersion: string;
  readonly kind: string;
  readonly resource: string;
  readonly given: Record<string, unknown>;
  readonly filled: Record<string, unknown>;
}[] = [
  {
    apiVersion: 'v1',
    kind: 'LimitRange',
    resource: 'limitranges',
    given: {
      spec: {
        limits: [
          {
            type: 'Container',
            max: { cpu: '2' },
            default: { memory: '256Mi' },
            defaultRequest: { memory: '64Mi' },
          },
          { type: 'PersistentVolumeClaim', max: { storage: '5Gi' } },
        ],
      },
    },
    filled: {
      spec: {
        limits: [
          {
            type: 'Container',
            max: { cpu: '2' },
            default: { cpu: '2', memory: '256Mi' },
            defaultRequest: { cpu: '2', memory: '64Mi' },
          },
          { type: 'PersistentVolumeClaim', max: { storage: '5Gi' } },
        ],
      },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    resource: 'persistentvolumeclaims',
    given: {
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
      },
    },
    filled: {
      spec: { volumeMode: 'Filesystem' },
      status: { phase: 'Pending' },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    resource: 'resourcequotas',
    given: { spec: { hard: { pods: '3' } } },
    filled: { spec: { hard: { pods: '3' } } },
  },
  {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    resource: 'serviceaccounts',
    given: { imagePullSecrets: [{ name: 'registry' }] },
    filled: { imagePullSecrets: [{ name: 'registry' }] },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    resource: 'networkpolicies',
    given: {
      spec: { podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] },
    },
    filled: { metadata: { generation: 1 }, spec: { policyTypes: ['Ingress'] } },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    resource: 'ingresses',
    given: {
      spec: {
        rules: [
          {
            host: 'a.example.com',
            http: {
              paths: [
                {
                  path: '/',
                  pathType: 'Prefix',
                  backend: { service: { name: 'a', port: { number: 80 } } },
                },
              ],
            },
          },
        ],
      },
    },
    filled: {
      metadata: { generation: 1 },
      spec: { rules: [{ host: 'a.example.com' }] },
      status: { loadBalancer: {} },
    },
  },
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    resource: 'poddisruptionbudgets',
    given: { spec: { minAvailable: 1, selector: { matchLabels: { a: 'b' } } } },
    filled: { metadata: { generation: 1 }, spec: { minAvailable: 1 } },
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    resource: 'roles',
    given: {
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
    },
    filled: {
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
    },
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    resource: 'rolebindings',
    given: {
      roleRef: { kind: 'Role', name: 'held' },
      subjects: [
        { kind: 'Group', name: 'team' },
        { kind: 'ServiceAccount', name: 'held', namespace: 'default' },
      ],
    },
    filled: {
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', name: 'held' },
      subjects: [
        { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'team' },
        { kind: 'ServiceAccount', name: 'held', namespace: 'default' },
      ],
    },
  },
];

/** The kinds that an environment is made of. */
export function describeKinds(scene: ContractScene): void {
  it.each(kinds.map(kind => [kind.kind, kind] as const))(
    'keeps a %s',
    async (_, { apiVersion, kind, resource, given, filled }) => {
      const root = apiVersion.includes('/') ? '/apis/' : '/api/';
      const discovery = await scene.client.get(root + apiVersion);
      expect(discovery.body.resources).toContainEqual(
        expect.objectContaining({
          name: resource,
          kind,
          namespaced: true,
          verbs: expect.arrayContaining(['patch', 'deletecollection']),
        }),
      );
      const collection = `${root}${apiVersion}/namespaces/${scene.namespace}/${resource}`;
      const path = `${collection}/held`;
      const config = {
        apiVersion,
        kind,
        metadata: { name: 'held', labels: { contract: 'kinds' } },
        ...given,
      };
      const applied = await scene.apply(path, 'one', config);
      expect(applied.status).toBe(201);
      expect(applied.body).toMatchObject(filled);
      const again = await scene.apply(path, 'one', config);
      expect(again.status).toBe(200);
      expect(again.body).toMatchObject(filled);
      const { body } = await scene.client.get(
        `${collection}?labelSelector=contract%3Dkinds`,
      );
      expect(body.kind).toBe(`${kind}List`);
      expect(body.items).toHaveLength(1);
      const removed = await scene.client.call('DELETE', path, {
        body: { preconditions: { uid: applied.body.metadata.uid } },
      });
      expect(removed.status).toBe(200);
    },
  );

  it('makes a Service a name for another', async () => {
    const services = `/api/v1/namespaces/${scene.namespace}/services`;
    const metadata = { name: 'elsewhere' };
    const nameless = await scene.client.post(services, {
      metadata,
      spec: { type: 'ExternalName' },
    });
    expect(nameless.body).toMatchObject({
      code: 422,
      message:
        'Service "elsewhere" is invalid: spec.externalName: Required value',
    });
    const { body } = await scene.client.post(services, {
      metadata,
      spec: { type: 'ExternalName', externalName: 'a.b.svc.cluster.local' },
    });
    expect(body.spec).toEqual({
      type: 'ExternalName',
      externalName: 'a.b.svc.cluster.local',
      sessionAffinity: 'None',
    });
  });
}
