import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import permissionBackend from '@backstage/plugin-permission-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { actingHttpAuth } from '@domaindeck/backend-testing';
import {
  AccessClient,
  GrantInput,
} from '@domaindeck/backstage-plugin-access-common';
import permissionModuleAccess from '@domaindeck/backstage-plugin-permission-backend-module-access';
import workloadsPlugin from '@domaindeck/backstage-plugin-workloads-backend';
import {
  StreamRecord,
  WorkloadsClient,
} from '@domaindeck/backstage-plugin-workloads-common';
import { DemoCluster, startDemoCluster } from '@domaindeck/demo-clusters';
import {
  PAYMENTS,
  testAccess,
  testCatalog,
} from '../__testUtils__/accessWorld';
import { sharedEvents } from '../__testUtils__/sharedEvents';
import accessFeatures from '..';

// Whole plugins against clusters, and streams that are judged every 15 s of the real clock.
jest.setTimeout(120_000);

const KINDS: readonly [string, string][] = [
  ['v1', 'Namespace'],
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'ReplicaSet'],
  ['v1', 'Pod'],
  ['v1', 'Secret'],
];

const GRANT: GrantInput = {
  subject: 'user:default/tester-two',
  domains: [PAYMENTS],
  where: { tiers: ['development'] },
  role: 'viewer',
  why: 'looks at a rollout',
};

describe('access beside workloads, against clusters', () => {
  let clusters: DemoCluster[];
  let backend: TestBackend;
  const entities = [...testCatalog];

  beforeAll(async () => {
    clusters = await Promise.all(['dev-1', 'prod-sh'].map(startCluster));
    const current = () => catalogServiceMock({ entities });
    backend = await startTestBackend({
      features: [
        workloadsPlugin,
        accessFeatures,
        actingHttpAuth,
        sharedEvents,
        permissionBackend,
        permissionModuleAccess,
        catalogServiceMock.mock({
          getEntityByRef: (ref, caller) =>
            current().getEntityByRef(ref, caller),
          streamEntities: (query, caller) =>
            current().streamEntities(query, caller),
        }).factory,
        mockServices.rootConfig.factory({ data: config(clusters) }),
      ],
    });
  });

  afterAll(async () => {
    await backend.stop();
    await Promise.all(clusters.map(cluster => cluster.stop()));
  });

  const apis = (person: string) => ({
    discoveryApi: {
      getBaseUrl: async (id: string) =>
        `http://localhost:${backend.server.port()}/api/${id}`,
    },
    fetchApi: {
      fetch: (url: RequestInfo | URL, init?: RequestInit) =>
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
  const access = (person: string) => new AccessClient(apis(person));
  const workloads = (person: string) => new WorkloadsClient(apis(person));
  const statusFor = (person: string) =>
    workloads(person)
      .getWorkloads(PAYMENTS)
      .then(
        () => 200,
        error => error.response.status as number,
      );

  it('takes the columns of the matrix from what a caller views', async () => {
    const mine = await access('dev-one').getRights(PAYMENTS);
    expect(
      mine.environments.map(({ cluster, namespaces }) => [cluster, namespaces]),
    ).toEqual([
      ['dev-1', ['payments']],
      ['prod-sh', ['payments']],
    ]);
    await expect(access('dev-eight').getRights(PAYMENTS)).rejects.toMatchObject(
      { response: { status: 404 } },
    );
  });

  it('ends the open stream of a person whose grant has ended', async () => {
    const grant = await access('owner-three').createGrant(GRANT);
    const { revision } = await workloads('tester-two').getWorkloads(PAYMENTS);
    const records: StreamRecord[] = [];
    for await (const record of workloads('tester-two').streamWorkloads(
      PAYMENTS,
      { revision },
    )) {
      if (records.length === 0) {
        await access('owner-three').deleteGrant(grant.id, 'over');
      }
      records.push(record);
    }
    expect(records.at(-1)).toEqual({ type: 'end', reason: 'revoked' });
    expect(await statusFor('tester-two')).toBe(404);
    const { items } = await access('owner-three').getAudit({
      entity: PAYMENTS,
    });
    expect(items.map(({ why }) => why)).toEqual(['over', GRANT.why]);
  });

  it('has the downloads of logs in the record, and nothing of what they say', async () => {
    const { discoveryApi, fetchApi } = apis('dev-one');
    const download = async (cluster: string) => {
      const base = await discoveryApi.getBaseUrl('workloads');
      const { status } = await fetchApi.fetch(
        `${base}/entities/domain/default/payments/logs/download`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            sources: [{ cluster, namespace: 'payments' }],
          }),
        },
      );
      return status;
    };
    // A developer there, who only looks in production.
    expect([await download('dev-1'), await download('prod-sh')]).toEqual([
      200, 403,
    ]);
    const { items } = await access('owner-three').getAudit({
      entity: PAYMENTS,
      verb: ['workloads.log-download'],
    });
    expect(
      items.map(({ who, environment, outcome }) => [
        who.ref,
        environment,
        outcome,
      ]),
    ).toEqual([
      [
        'user:default/dev-one',
        { cluster: 'prod-sh', namespace: 'payments' },
        'refused',
      ],
      [
        'user:default/dev-one',
        { cluster: 'dev-1', namespace: 'payments' },
        'done',
      ],
    ]);
  });

  it('moves a domain to another team by one relation, and touches nothing in any cluster', async () => {
    expect([
      await statusFor('owner-three'),
      await statusFor('dev-eight'),
    ]).toEqual([200, 404]);
    const before = objectsOf(clusters);
    clusters.forEach(cluster => cluster.resetRequests());

    const index = entities.findIndex(
      ({ metadata }) => metadata.name === 'payments',
    );
    const domain = entities[index];
    entities[index] = {
      ...domain,
      relations: [
        { type: 'ownedBy', targetRef: 'group:default/rides-developers' },
      ],
    };
    // Any change of grants makes everybody ask anew; without one it takes half a minute at most.
    await access('admin').createGrant({ ...GRANT, domains: 'all' });

    const matrix = await access('dev-eight').getRights(PAYMENTS);
    expect(matrix.rows[0]).toMatchObject({
      subject: { title: 'Rides developers' },
      ownsDomain: true,
      cells: [{ role: 'owner' }, { role: 'owner' }],
    });
    expect(matrix.caller.mayManage).toBe(true);
    // As everybody of Engineering, but no longer as an owner.
    expect(
      (await access('owner-three').getRights(PAYMENTS)).caller,
    ).toMatchObject({ mayManage: false, manages: [] });
    expect(
      (await access('owner-three').getRights(PAYMENTS)).environments.map(
        ({ cluster }) => cluster,
      ),
    ).toEqual(['prod-sh']);

    expect(objectsOf(clusters)).toEqual(before);
    for (const { requests } of clusters) {
      const { create = 0, update = 0, patch = 0 } = requests.byVerb;
      expect([create, update, patch, requests.byVerb.delete ?? 0]).toEqual([
        0, 0, 0, 0,
      ]);
    }
    expect(changesBetween(testCatalog, entities)).toEqual(['payments']);
  });
});

function startCluster(name: string): Promise<DemoCluster> {
  return startDemoCluster({
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
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { namespace: 'payments', name: 'pricing' },
          spec: {
            replicas: 1,
            selector: { matchLabels: { app: 'pricing' } },
            template: {
              metadata: { labels: { app: 'pricing' } },
              spec: {
                containers: [
                  {
                    name: 'pricing',
                    image: 'registry.example.com/payments/pricing:1.0.0',
                  },
                ],
              },
            },
          },
        },
      ],
    },
    live: false,
  });
}

/** Everything in the clusters, with the version that each change would raise. */
function objectsOf(clusters: readonly DemoCluster[]) {
  const objects = clusters.flatMap(cluster =>
    KINDS.flatMap(([apiVersion, kind]) => cluster.list(apiVersion, kind)),
  );
  expect(objects.length).toBeGreaterThan(3);
  return structuredClone(objects);
}

function changesBetween(
  before: readonly Entity[],
  after: readonly Entity[],
): string[] {
  return after
    .filter((entity, index) => entity !== before[index])
    .map(({ metadata }) => metadata.name);
}

function config(clusters: readonly DemoCluster[]): JsonObject {
  return {
    permission: { enabled: true },
    backend: { database: { client: 'better-sqlite3', connection: ':memory:' } },
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
      grants: testAccess.grants.filter(({ id }) => id !== 'operators-partner'),
    },
  };
}
