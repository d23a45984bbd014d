import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  environmentCondition,
  environmentResourceType,
} from '@domaindeck/backstage-plugin-workloads-common';
import { assembleForTest, TestAssembly } from '../__testUtils__';

const PAYMENTS = 'domain:default/payments';

describe('decisions', () => {
  let services: TestAssembly;

  beforeEach(() => {
    services = assembleForTest();
  });

  afterEach(() => services.stop());

  async function clustersShown(
    credentials: BackstageCredentials = mockCredentials.user(),
  ): Promise<Set<string>> {
    const { items } = await services.workloads.getSnapshot({
      credentials,
      entityRef: PAYMENTS,
      filter: {},
    });
    return new Set(items.map(({ cluster }) => cluster));
  }

  it('are asked once for each person in 30 s, however many requests come', async () => {
    await Promise.all(Array.from({ length: 20 }, () => clustersShown()));
    expect(services.authorizations()).toBe(1);
    await clustersShown(mockCredentials.user('user:default/dev-eight'));
    expect(services.authorizations()).toBe(2);
    services.clock.advance(30_001);
    await clustersShown();
    expect(services.authorizations()).toBe(3);
  });

  it('are not remembered about services', async () => {
    await clustersShown(mockCredentials.service());
    await clustersShown(mockCredentials.service());
    expect(services.authorizations()).toBe(2);
  });

  it('of a person and of the same person through a plugin are two', async () => {
    await clustersShown();
    await clustersShown(
      mockCredentials.user('user:default/mock', {
        actor: { subject: 'plugin:scaffolder' },
      }),
    );
    expect(services.authorizations()).toBe(2);
  });

  it('are forgotten when grants change, and after 30 s when nobody tells', async () => {
    expect((await clustersShown()).size).toBeGreaterThan(0);
    services.decide(() => ({ result: AuthorizeResult.DENY }));
    expect((await clustersShown()).size).toBeGreaterThan(0);
    services.forgetDecisions();
    await expect(clustersShown()).rejects.toThrow(NotFoundError);

    services.decide(() => ({ result: AuthorizeResult.ALLOW }));
    await expect(clustersShown()).rejects.toThrow(NotFoundError);
    services.clock.advance(30_001);
    expect((await clustersShown()).size).toBeGreaterThan(0);
  });

  it('with conditions are applied anew to what the environments are now', async () => {
    services.decide(() => ({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'workloads',
      resourceType: environmentResourceType('view'),
      conditions: environmentCondition('view', 'IN_DOMAIN', {
        domainRefs: [PAYMENTS],
      }),
    }));
    expect(await clustersShown()).toContain('dev-1');
    services.reader.remove('dev-1', 'namespaces', 'ns-payments-dev');
    expect(await clustersShown()).not.toContain('dev-1');
    expect(services.authorizations()).toBe(1);
  });

  it('about what the catalog shows are remembered for as long', async () => {
    await clustersShown();
    const index = services.entities.findIndex(
      ({ kind, metadata }) => kind === 'Domain' && metadata.name === 'payments',
    );
    services.entities.splice(index, 1);
    expect((await clustersShown()).size).toBeGreaterThan(0);
    services.clock.advance(30_001);
    await expect(clustersShown()).rejects.toThrow(NotFoundError);
  });
});
