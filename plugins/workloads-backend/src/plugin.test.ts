import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import permissionBackend from '@backstage/plugin-permission-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { actingHttpAuth } from '@domaindeck/backend-testing';
import permissionModuleAccess from '@domaindeck/backstage-plugin-permission-backend-module-access';
import {
  StreamRecord,
  WorkloadsClient,
} from '@domaindeck/backstage-plugin-workloads-common';
import { DemoCluster, startDemoCluster } from '@domaindeck/demo-clusters';
import { demoCatalog } from './__testUtils__';
import { workloadsPlugin } from './plugin';

const PAYMENTS = 'domain:default/payments';

const deployment = (namespace: string, name: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { namespace, name, labels: { 'app.kubernetes.io/name': name } },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: {
        containers: [
          { name, image: `registry.example.com/payments/${name}:1.0.0` },
        ],
      },
    },
  },
});

describe('the plugin over HTTP against clusters', () => {
  let clusters: DemoCluster[];
  let stop: () => Promise<void>;
  let clientOf: (person: string) => WorkloadsClient;

  beforeAll(async () => {
    clusters = await Promise.all(
      ['dev-1', 'prod-sh'].map(name =>
        startDemoCluster({
          world: {
            name,
            kubernetesVersion: 'v1.36.3',
            nodes: 1,
            manifests: [
              {
                apiVersion: 'v1',
                kind: 'Namespace',
                metadata: {
                  name: 'payments',
                  labels: { 'domaindeck.io/domain': 'payments' },
                },
              },
              deployment('payments', 'pricing'),
              {
                apiVersion: 'v1',
                kind: 'Secret',
                metadata: { namespace: 'payments', name: 'bank' },
                data: { password: 'aHVudGVyMg==' },
              },
            ],
          },
          live: false,
        }),
      ),
    );
    const backend = await startTestBackend({
      features: [
        workloadsPlugin,
        actingHttpAuth,
        permissionBackend,
        permissionModuleAccess,
        catalogServiceMock.factory({ entities: [...demoCatalog] }),
        mockServices.rootConfig.factory({ data: config(clusters) }),
      ],
    });
    const baseUrl = `http://localhost:${backend.server.port()}/api/workloads`;
    clientOf = person =>
      new WorkloadsClient({
        discoveryApi: { getBaseUrl: async () => baseUrl },
        fetchApi: {
          fetch: (url, init) =>
            fetch(url, {
              ...init,
              headers: {
                ...init?.headers,
                authorization: mockCredentials.user.header(
                  `user:default/${person}`,
                ),
              },
            }),
        },
      });
    stop = async () => {
      await backend.stop();
      await Promise.all(clusters.map(cluster => cluster.stop()));
    };
  });

  afterAll(() => stop());

  /** Asks until the cache has read the clusters. */
  async function readSnapshot(count: number, person = 'owner-three') {
    for (;;) {
      const found = await clientOf(person).getWorkloads(PAYMENTS);
      const live = found.clusters.every(({ state }) => state === 'live');
      if (live && found.items.length === count) {
        return found;
      }
    }
  }

  it('shows each person the clusters that their department reaches', async () => {
    const all = await readSnapshot(2);
    expect(all.items).toMatchObject([
      {
        id: 'dev-1/payments/Deployment/pricing',
        componentRef: 'component:default/pricing',
      },
      { id: 'prod-sh/payments/Deployment/pricing', version: '1.0.0' },
    ]);
    expect(all.clusters).toMatchObject([
      { name: 'dev-1', state: 'live' },
      { name: 'prod-sh', state: 'live' },
    ]);
    const mine = await clientOf('dev-one').getWorkloads(PAYMENTS);
    expect(mine.items).toMatchObject([{ cluster: 'dev-1' }]);
    expect(mine.clusters).toMatchObject([{ name: 'dev-1' }]);
    await expect(
      clientOf('dev-eight').getWorkloads(PAYMENTS),
    ).rejects.toMatchObject({ response: { status: 404 } });
  });

  it('streams a rollout to those who view it, and no request of a viewer reaches a cluster', async () => {
    const { revision } = await readSnapshot(2);
    clusters.forEach(cluster => cluster.resetRequests());
    const done = new AbortController();
    const seen: StreamRecord[] = [];
    const records = clientOf('owner-three').streamWorkloads(
      PAYMENTS,
      { revision },
      { signal: done.signal },
    );
    await expect(async () => {
      for await (const record of records) {
        seen.push(record);
        // A heartbeat, or what happened since the snapshot.
        if (seen.length === 1) {
          clusters[1].rollout('payments', 'pricing', '2.0.0');
          clusters[1].tick();
        }
        if (record.type === 'upsert' && record.item.version === '2.0.0') {
          done.abort();
        }
      }
    }).rejects.toThrow('aborted');
    expect(seen).toContainEqual(
      expect.objectContaining({
        type: 'upsert',
        item: expect.objectContaining({
          id: 'prod-sh/payments/Deployment/pricing',
          version: '2.0.0',
        }),
      }),
    );
    for (const cluster of clusters) {
      const { list = 0, get = 0, watch = 0 } = cluster.requests.byVerb;
      expect([list, get, watch]).toEqual([0, 0, 0]);
    }
  });

  it('reads an object at the moment, with the values of a secret masked', async () => {
    const { object } = await clientOf('dev-one').getObject({
      cluster: 'dev-1',
      namespace: 'payments',
      group: 'core',
      version: 'v1',
      resource: 'secrets',
      name: 'bank',
    });
    expect(object).toMatchObject({
      kind: 'Secret',
      data: { password: '••••••••' },
    });
    expect(JSON.stringify(object)).not.toContain('aHVudGVyMg');
  });

  it('lets the operator inspect clusters, and checks what our credentials lack', async () => {
    const { items } = await clientOf('operator').getClusters();
    expect(items).toMatchObject([
      { name: 'dev-1', kubernetesVersion: 'v1.36.3', nodes: { total: 1 } },
      { name: 'prod-sh' },
    ]);
    const check = await clientOf('operator').getClusterCheck('dev-1');
    expect(check.cluster.name).toBe('dev-1');
    expect(check.items).toContainEqual(
      expect.objectContaining({ id: 'connection', outcome: 'ok' }),
    );
  });

  it('serves its contract and refuses what does not follow it', async () => {
    const client = clientOf('owner-three');
    await expect(
      client.getEvents(PAYMENTS, { limit: 9999 }),
    ).rejects.toMatchObject({ response: { status: 400 } });
    await expect(
      client.getWorkloads(PAYMENTS, {
        cluster: ['dev-1'],
        kind: ['Deployment'],
      }),
    ).resolves.toMatchObject({ items: [{ cluster: 'dev-1' }] });
    await expect(
      client.getWorkloads(PAYMENTS, { cluster: ['dev-1', 'prod-sh'] }),
    ).resolves.toMatchObject({ items: [{}, {}] });
  });
});

describe('start-up', () => {
  const start = (data: JsonObject) =>
    startTestBackend({
      features: [
        workloadsPlugin,
        permissionBackend,
        permissionModuleAccess,
        catalogServiceMock.factory(),
        mockServices.rootConfig.factory({ data }),
      ],
    });

  it.each<[string, JsonObject]>([
    [
      'workloads.bindings[0].cluster',
      {
        workloads: {
          bindings: [{ domain: 'x', cluster: 'none', namespaces: ['a'] }],
        },
      },
    ],
    [
      'access.grants[0].role',
      {
        access: {
          grants: [{ subject: 'group:a', domains: 'all', role: 'boss' }],
        },
      },
    ],
    ['access.rols', { access: { rols: {} } }],
    ['access.roles.viewer[0]', { access: { roles: { viewer: ['fly'] } } }],
  ])('fails and names %s', async (key, data) => {
    await expect(start(data)).rejects.toThrow(key);
  });
});

function config(clusters: readonly DemoCluster[]): JsonObject {
  return {
    permission: { enabled: true },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clusters.map(({ name, url, token }) => ({
            name,
            url,
            authProvider: 'serviceAccount',
            serviceAccountToken: token,
          })),
        },
      ],
    },
    workloads: {
      clusters: {
        'dev-1': { tier: 'development' },
        'prod-sh': { tier: 'production' },
      },
    },
    access: {
      grants: [
        {
          subject: 'group:default/checkout-engineering',
          domains: [PAYMENTS],
          where: { tiers: ['development'] },
          role: 'developer',
        },
        {
          subject: 'group:default/platform-operators',
          domains: 'all',
          role: 'operator',
        },
      ],
    },
  };
}
