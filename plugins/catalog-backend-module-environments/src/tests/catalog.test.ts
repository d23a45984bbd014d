import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogBackend from '@backstage/plugin-catalog-backend';
import { catalogModulePayments } from '../__testUtils__/catalogModulePayments';
import { listedEnvironment } from '../__testUtils__/listedEnvironment';
import { TestBackends } from '../__testUtils__/TestBackends';
import catalogModuleEnvironments from '..';

// A whole catalog, which looks for work once a second.
jest.setTimeout(60_000);

const CLUSTERS = ['dev-1', 'prod-sh'].map(name => ({
  name,
  url: `https://${name}.example:6443`,
  authProvider: 'serviceAccount',
  serviceAccountToken: 'not-for-the-catalog',
}));

const config = {
  app: { baseUrl: 'https://portal.example' },
  kubernetes: {
    serviceLocatorMethod: { type: 'multiTenant' },
    clusterLocatorMethods: [{ type: 'config', clusters: CLUSTERS }],
  },
  workloads: {
    clusters: {
      'dev-1': {
        tier: 'development',
        owner: 'group:default/platform',
        tags: ['shanghai', 'Not A Tag'],
      },
      'prod-sh': { tier: 'production', title: 'Shanghai' },
    },
  },
};

describe('the catalog with the module', () => {
  const backends = TestBackends.create();
  let portal: TestBackend;

  beforeAll(async () => {
    backends.components = {
      pricing: 'component:default/pricing',
      ledger: 'component:default/ledger',
    };
    backends.environments = [
      listedEnvironment(),
      listedEnvironment({ id: 'e-2', name: 'refunds-v2', cluster: 'prod-sh' }),
      // The same name in another cluster.
      listedEnvironment({ id: 'e-3', cluster: 'prod-sh' }),
    ];
    portal = await startTestBackend({
      features: [
        catalogBackend,
        catalogModuleEnvironments,
        catalogModulePayments,
        mockServices.rootConfig.factory({ data: config }),
        ...backends.features(),
      ],
    });
  });

  afterAll(() => portal.stop());

  async function entitiesOf(filter: string): Promise<Entity[]> {
    const url = new URL(
      `http://localhost:${portal.server.port()}/api/catalog/entities`,
    );
    url.searchParams.set('filter', filter);
    const answer = await fetch(url, {
      headers: { authorization: mockCredentials.user.header() },
    });
    expect(answer.status).toBe(200);
    const entities: Entity[] = await answer.json();
    return entities.sort((one, other) =>
      one.metadata.name.localeCompare(other.metadata.name),
    );
  }

  /** The entities, once they are as expected; else as they were at last. */
  async function eventually(
    filter: string,
    isExpected: (entities: Entity[]) => boolean,
  ): Promise<Entity[]> {
    const end = Date.now() + 20_000;
    for (;;) {
      const entities = await entitiesOf(filter);
      if (isExpected(entities) || Date.now() > end) {
        return entities;
      }
      await new Promise(resolve => {
        setTimeout(resolve, 50);
      });
    }
  }

  const environments = (count: number) =>
    eventually('kind=resource,spec.type=environment', all => {
      return all.length === count && all.every(one => one.relations?.length);
    });

  it('has every environment with owner, domain, and what it depends on', async () => {
    // The other backends may be up a little later than the catalog.
    const found = await eventually(
      'kind=resource,spec.type=environment',
      all => all.length === 3 && all.every(one => one.relations?.length === 4),
    );
    expect(found.map(one => one.metadata.title)).toEqual([
      'night-fares',
      'refunds-v2',
      'night-fares',
    ]);
    expect(found[0].relations).toEqual([
      { type: 'dependsOn', targetRef: 'component:default/pricing' },
      { type: 'dependsOn', targetRef: 'resource:default/dev-1' },
      { type: 'ownedBy', targetRef: 'user:default/dev-one' },
      { type: 'partOf', targetRef: 'domain:default/payments' },
    ]);
    const [payments] = await eventually(
      'kind=domain',
      ([domain]) => domain?.relations?.length === 4,
    );
    expect(payments.relations?.map(one => one.targetRef)).toEqual([
      'resource:default/environment-e-1',
      'resource:default/environment-e-2',
      'resource:default/environment-e-3',
      'group:default/payments-platform',
    ]);
  });

  it('asks in its own name', async () => {
    await environments(3);
    expect(new Set(backends.asked.map(one => one.split(' ')[0]))).toEqual(
      new Set(['plugin:catalog']),
    );
  });

  it('has every cluster with its owner, and tells nothing of the way to it', async () => {
    const clusters = await eventually(
      'kind=resource,spec.type=kubernetes-cluster',
      all => all.length === 2,
    );
    expect(
      clusters.map(({ metadata, spec }) => [
        metadata.name,
        metadata.title,
        metadata.tags,
        spec?.owner,
        metadata.annotations?.['domaindeck.io/tier'],
      ]),
    ).toEqual([
      ['dev-1', 'dev-1', ['shanghai'], 'group:default/platform', 'development'],
      ['prod-sh', 'Shanghai', [], 'unknown', 'production'],
    ]);
    expect(JSON.stringify(clusters)).not.toMatch(/6443|not-for-the-catalog/);
  });

  it('lists what is new and forgets what is gone as soon as it is told, and nothing while nobody answers', async () => {
    await environments(3);
    backends.isDown = true;
    backends.environments = [listedEnvironment({ id: 'e-4', name: 'new' })];
    await backends.publish();
    expect(await environments(3)).toHaveLength(3);

    backends.isDown = false;
    await backends.publish();
    expect((await environments(1)).map(one => one.metadata.title)).toEqual([
      'new',
    ]);
    const [payments] = await eventually(
      'kind=domain',
      ([domain]) => domain?.relations?.length === 2,
    );
    expect(payments.relations?.map(one => one.targetRef)).toEqual([
      'resource:default/environment-e-4',
      'group:default/payments-platform',
    ]);
  });
});
