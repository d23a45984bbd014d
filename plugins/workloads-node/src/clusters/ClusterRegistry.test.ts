import { ConfigReader } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { ClusterRegistry } from './ClusterRegistry';

const dev = {
  name: 'dev-1',
  url: 'https://dev.example.com:6443/',
  authProvider: 'serviceAccount',
  serviceAccountToken: 'secret',
};
const prod = {
  name: 'prod-sh',
  title: 'Shanghai',
  url: 'https://prod.example.com/k8s/clusters/c-1',
  authProvider: 'google',
  caData: 'Y2E=',
  dashboardUrl: 'https://dashboard.example.com',
};

function read(
  workloads?: JsonObject,
  clusters: JsonObject[] = [dev, prod],
): ClusterRegistry {
  return ClusterRegistry.fromConfig(
    new ConfigReader({
      kubernetes: {
        serviceLocatorMethod: { type: 'multiTenant' },
        clusterLocatorMethods: [{ type: 'config', clusters }],
      },
      ...(workloads ? { workloads } : {}),
    }),
  );
}

describe('ClusterRegistry', () => {
  it('takes the stock config alone', () => {
    const registry = read();
    expect(registry.list()).toEqual([
      {
        name: 'dev-1',
        url: 'https://dev.example.com:6443',
        tier: 'unknown',
        tags: [],
        restricted: false,
        selfService: false,
        skipTLSVerify: false,
        authMetadata: {
          'kubernetes.io/auth-provider': 'serviceAccount',
          serviceAccountToken: 'secret',
        },
      },
      expect.objectContaining({ name: 'prod-sh', title: 'Shanghai' }),
    ]);
    expect(registry.bindings).toEqual([]);
    expect(registry.unreadLocators).toEqual([]);
  });

  it('joins our own keys, and our way of signing in replaces theirs', () => {
    const registry = read({
      clusters: {
        'prod-sh': {
          tier: 'production',
          title: 'prod',
          owner: 'group:default/platform',
          tags: ['shanghai'],
          restricted: true,
          auth: {
            authProvider: 'serviceAccount',
            serviceAccountTokenFile: '/etc/token',
          },
        },
      },
    });
    expect(registry.get('prod-sh')).toMatchObject({
      title: 'prod',
      owner: 'group:default/platform',
      tier: 'production',
      tags: ['shanghai'],
      restricted: true,
      selfService: false,
      caData: 'Y2E=',
      authMetadata: {
        'kubernetes.io/auth-provider': 'serviceAccount',
        'domaindeck.io/service-account-token-file': '/etc/token',
      },
    });
    expect(registry.get('nowhere')).toBeUndefined();
  });

  it('reads bindings with full or short references', () => {
    const { bindings } = read({
      bindings: [
        {
          domain: 'Payments',
          cluster: 'dev-1',
          namespaces: ['payments-dev', 'payments-dev'],
        },
        {
          domain: 'domain:rides/trips',
          cluster: 'prod-sh',
          namespaces: ['trips'],
          kind: 'baseline',
        },
      ],
    });
    expect(bindings).toEqual([
      {
        domainRef: 'domain:default/payments',
        cluster: 'dev-1',
        namespaces: ['payments-dev'],
      },
      {
        domainRef: 'domain:rides/trips',
        cluster: 'prod-sh',
        namespaces: ['trips'],
      },
    ]);
  });

  it('tells of locators that it does not read', () => {
    const registry = ClusterRegistry.fromConfig(
      new ConfigReader({
        kubernetes: {
          clusterLocatorMethods: [
            { type: 'gke', projectId: 'x' },
            { type: 'config', clusters: [dev] },
          ],
        },
      }),
    );
    expect(registry.list()).toHaveLength(1);
    expect(registry.unreadLocators).toEqual([
      {
        configKey: 'kubernetes.clusterLocatorMethods[0]',
        type: 'gke',
        message: expect.stringContaining('list those clusters under'),
      },
    ]);
  });

  it('is empty without any config', () => {
    expect(ClusterRegistry.fromConfig(new ConfigReader({})).list()).toEqual([]);
  });

  it.each<[string, JsonObject, string]>([
    [
      'a cluster that does not exist',
      { clusters: { 'dev-2': { tier: 'development' } } },
      'workloads.clusters.dev-2 names no cluster',
    ],
    [
      'a key that is spelt wrong',
      { clusters: { 'dev-1': { teir: 'development' } } },
      'workloads.clusters.dev-1.teir is not a known key',
    ],
    [
      'an owner without its kind',
      { clusters: { 'dev-1': { owner: 'platform' } } },
      'workloads.clusters.dev-1.owner: is not the ref of a group or user',
    ],
    [
      'a list that is none',
      { clusters: { 'dev-1': { tags: 'shanghai' } } },
      'workloads.clusters.dev-1.tags: ',
    ],
    [
      'a way of signing in without a provider',
      { clusters: { 'dev-1': { auth: { serviceAccountToken: 'x' } } } },
      'workloads.clusters.dev-1.auth.authProvider is missing',
    ],
    [
      'a key of the plugin that is spelt wrong',
      { binding: [] },
      'workloads.binding is not a known key',
    ],
    [
      'a binding to an unknown cluster',
      {
        bindings: [{ domain: 'maps', cluster: 'dev-9', namespaces: ['maps'] }],
      },
      'workloads.bindings[0].cluster is "dev-9"',
    ],
    [
      'a binding with an unknown key',
      {
        bindings: [
          { domain: 'maps', cluster: 'dev-1', namespaces: ['m'], team: 'x' },
        ],
      },
      'workloads.bindings[0].team is not a known key',
    ],
    [
      'a binding without namespaces',
      { bindings: [{ domain: 'maps', cluster: 'dev-1' }] },
      'workloads.bindings[0].namespaces: ',
    ],
    [
      'a namespace that cannot be one',
      {
        bindings: [
          { domain: 'maps', cluster: 'dev-1', namespaces: ['ok', 'Maps_Dev'] },
        ],
      },
      'workloads.bindings[0].namespaces[1]: is not a namespace',
    ],
    [
      'a binding of another kind of entity',
      {
        bindings: [
          { domain: 'group:default/x', cluster: 'dev-1', namespaces: ['x'] },
        ],
      },
      'workloads.bindings[0].domain is "group:default/x"',
    ],
    [
      'a namespace of two domains',
      {
        bindings: [
          { domain: 'maps', cluster: 'dev-1', namespaces: ['shared'] },
          { domain: 'rides', cluster: 'dev-1', namespaces: ['shared'] },
        ],
      },
      'workloads.bindings[1].namespaces[0] binds dev-1/shared',
    ],
  ])('refuses %s and names the key', (_, workloads, message) => {
    const reading = () => read(workloads);
    expect(reading).toThrow(InputError);
    expect(reading).toThrow(message);
  });

  it.each<[string, JsonObject[], string]>([
    [
      'two clusters of one name',
      [dev, dev],
      'kubernetes.clusterLocatorMethods[0].clusters[1].name is "dev-1"',
    ],
    [
      'a cluster without a way of signing in',
      [{ name: 'dev-1', url: 'https://x' }],
      'kubernetes.clusterLocatorMethods[0].clusters[0].authProvider is missing',
    ],
    [
      'a cluster without a URL',
      [{ name: 'dev-1', authProvider: 'serviceAccount' }],
      'kubernetes.clusterLocatorMethods[0].clusters[0].url: ',
    ],
  ])('refuses %s and names the key', (_, clusters, message) => {
    expect(() => read(undefined, clusters)).toThrow(message);
  });
});
