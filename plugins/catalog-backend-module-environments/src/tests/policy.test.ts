import { BackstageUserPrincipal } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import catalogBackend from '@backstage/plugin-catalog-backend';
import permissionBackend from '@backstage/plugin-permission-backend';
import { actingHttpAuth } from '@domaindeck/backend-testing';
import permissionModuleAccess from '@domaindeck/backstage-plugin-permission-backend-module-access';
import { CatalogReader } from '../__testUtils__/CatalogReader';
import { catalogModuleCompany } from '../__testUtils__/catalogModuleCompany';
import { listedEnvironment } from '../__testUtils__/listedEnvironment';
import { TestBackends } from '../__testUtils__/TestBackends';
import catalogModuleEnvironments from '..';

// A whole catalog with the permission backend.
jest.setTimeout(60_000);

const CLUSTERS = ['dev-1', 'prod-sh', 'partner-kl'];

const config = {
  app: { baseUrl: 'https://portal.example' },
  permission: { enabled: true },
  kubernetes: {
    serviceLocatorMethod: { type: 'multiTenant' },
    clusterLocatorMethods: [
      {
        type: 'config',
        clusters: CLUSTERS.map(name => ({
          name,
          url: `https://${name}.example`,
          authProvider: 'serviceAccount',
          serviceAccountToken: 'token',
        })),
      },
    ],
  },
  workloads: {
    clusters: {
      'dev-1': { tier: 'development' },
      'prod-sh': { tier: 'production' },
      'partner-kl': { tier: 'partner', tags: ['tenant'], restricted: true },
    },
  },
  access: {
    grants: [
      {
        subject: 'group:default/checkout-engineering',
        domains: ['domain:default/payments'],
        where: { tiers: ['development'] },
        role: 'developer',
      },
      {
        subject: 'group:default/partner-integration',
        domains: ['domain:default/payments'],
        where: { tags: ['tenant'] },
        role: 'viewer',
      },
    ],
  },
};

describe('the catalog under the policy of access', () => {
  const backends = TestBackends.create();
  let portal: TestBackend;
  let catalog: CatalogReader;

  beforeAll(async () => {
    backends.environments = [
      listedEnvironment(),
      listedEnvironment({ id: 'e-2', name: 'prod', cluster: 'prod-sh' }),
      listedEnvironment({ id: 'e-3', name: 'partner', cluster: 'partner-kl' }),
      listedEnvironment({
        id: 'e-4',
        name: 'rides-own',
        domain: 'domain:default/rides',
      }),
    ];
    portal = await startTestBackend({
      features: [
        catalogBackend,
        catalogModuleEnvironments,
        catalogModuleCompany,
        permissionBackend,
        permissionModuleAccess,
        actingHttpAuth,
        mockServices.rootConfig.factory({ data: config }),
        mockServices.userInfo.mock({
          getUserInfo: async ({ principal }) => {
            const { userEntityRef } = principal as BackstageUserPrincipal;
            return { userEntityRef, ownershipEntityRefs: [userEntityRef] };
          },
        }).factory,
        ...backends.features(),
      ],
    });
    catalog = CatalogReader.create(portal);
  });

  afterAll(() => portal.stop());

  const titlesOf = async (filter: string, person: string) =>
    (await catalog.read(filter, `user:default/${person}`)).map(
      one => one.metadata.title,
    );

  /** Once the catalog has worked through everything. */
  async function seenBy(person: string) {
    // Who owns the domain sees all but what is closed to owners too; then the rest is there as well.
    const end = Date.now() + 30_000;
    while (
      (await titlesOf('spec.type=environment', 'owner-three')).length < 2 ||
      (await titlesOf('spec.type=environment', 'dev-eight')).length < 1 ||
      (await titlesOf('spec.type=environment', 'partner-four')).length < 1
    ) {
      if (Date.now() > end) {
        throw new Error('The catalog does not fill');
      }
      await new Promise(resolve => {
        setTimeout(resolve, 100);
      });
    }
    return {
      environments: await titlesOf('spec.type=environment', person),
      clusters: await titlesOf('spec.type=kubernetes-cluster', person),
      domains: (await titlesOf('kind=domain', person)).length,
    };
  }

  it('shows each person what the person may view, and the rest of the catalog to everybody', async () => {
    const seen = Object.fromEntries(
      await Promise.all(
        ['dev-one', 'owner-three', 'partner-four', 'dev-eight', 'nobody'].map(
          async person => [person, await seenBy(person)] as const,
        ),
      ),
    );
    expect(seen).toEqual({
      // A developer below production.
      'dev-one': {
        environments: ['night-fares'],
        clusters: ['dev-1'],
        domains: 2,
      },
      // The owner of payments: everything but what is restricted.
      'owner-three': {
        environments: ['night-fares', 'prod'],
        clusters: ['dev-1', 'prod-sh'],
        domains: 2,
      },
      'partner-four': {
        environments: ['partner'],
        clusters: ['partner-kl'],
        domains: 2,
      },
      // The owner of rides.
      'dev-eight': {
        environments: ['rides-own'],
        clusters: ['dev-1', 'prod-sh'],
        domains: 2,
      },
      nobody: { environments: [], clusters: [], domains: 2 },
    });
  });

  async function answersTo(name: string) {
    const ref = `resource/default/${name}`;
    return {
      'dev-one': await catalog.statusOf(ref, 'user:default/dev-one'),
      nobody: await catalog.statusOf(ref, 'user:default/nobody'),
    };
  }

  it('answers by name as for what does not exist', async () => {
    await seenBy('dev-one');
    const [environment, cluster] = await Promise.all(
      ['environment-e-1', 'prod-sh'].map(name => answersTo(name)),
    );
    expect(environment).toEqual({ 'dev-one': 200, nobody: 404 });
    expect(cluster).toEqual({ 'dev-one': 404, nobody: 404 });
    expect(await answersTo('none')).toEqual({ 'dev-one': 404, nobody: 404 });
    const [domain] = await catalog.read(
      'kind=domain,metadata.name=payments',
      'user:default/nobody',
    );
    // What stands in the relations of others tells no name.
    expect(JSON.stringify(domain)).not.toMatch(/night-fares|prod-sh/);
  });
});
