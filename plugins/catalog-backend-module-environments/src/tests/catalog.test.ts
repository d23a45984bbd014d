import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import catalogBackend from '@backstage/plugin-catalog-backend';
import { CatalogReader } from '../__testUtils__/CatalogReader';
import { catalogModuleCompany } from '../__testUtils__/catalogModuleCompany';
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
  let catalog: CatalogReader;

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
        catalogModuleCompany,
        mockServices.rootConfig.factory({ data: config }),
        ...backends.features(),
      ],
    });
    catalog = CatalogReader.create(portal);
  });

  afterAll(() => portal.stop());

  const environments = (count: number) =>
    catalog.eventually('kind=resource,spec.type=environment', all => {
      return all.length === count && all.every(one => one.relations?.length);
    });

  it('has every environment with owner, domain, and what it depends on', async () => {
    // The other backends may be up a little later than the catalog.
    const found = await catalog.eventually(
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
    const [payments] = await catalog.eventually(
      'kind=domain,metadata.name=payments',
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
    const clusters = await catalog.eventually(
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
    const [payments] = await catalog.eventually(
      'kind=domain,metadata.name=payments',
      ([domain]) => domain?.relations?.length === 2,
    );
    expect(payments.relations?.map(one => one.targetRef)).toEqual([
      'resource:default/environment-e-4',
      'group:default/payments-platform',
    ]);
  });
});
