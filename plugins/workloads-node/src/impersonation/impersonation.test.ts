import { ConfigReader } from '@backstage/config';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { clusterIdentityOf } from './clusterIdentityOf';
import { ClusterRefusal } from './ClusterRefusal';
import { impersonationHeaders } from './impersonationHeaders';

function registryWith(impersonate: unknown): ClusterRegistry {
  return ClusterRegistry.fromConfig(
    new ConfigReader({
      kubernetes: {
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              {
                name: 'dev-1',
                url: 'https://dev.example.com',
                authProvider: 'serviceAccount',
              },
            ],
          },
        ],
      },
      workloads: { clusters: { 'dev-1': { impersonate } } },
    } as never),
  );
}

describe('acting as a person', () => {
  it('maps persons and departments to the names that the cluster knows', () => {
    const impersonate = registryWith({
      userPrefix: 'portal:',
      groups: {
        'group:default/Checkout-Engineering': 'checkout',
        'group:default/engineering': 'engineers',
      },
    }).get('dev-1')!.impersonate!;
    expect(
      clusterIdentityOf(impersonate, {
        userEntityRef: 'user:default/Dev-One',
        groupRefs: [
          'group:default/engineering',
          'group:default/checkout-engineering',
          'group:default/quality',
          'group:default/constructor',
        ],
      }),
    ).toEqual({ user: 'portal:dev-one', groups: ['checkout', 'engineers'] });
    expect(
      clusterIdentityOf(impersonate, {
        userEntityRef: 'user:acme/dev-one',
        groupRefs: [],
      }),
    ).toEqual({ user: 'portal:acme/dev-one', groups: [] });
  });

  it.each([
    [{ groups: { 'group:default/a': 'system:masters' } }, 'group:default/a'],
    [{ groups: { 'group:default/a': ' System:nodes' } }, 'group:default/a'],
    [{ groups: { 'group:default/a': 'a\nb' } }, 'group:default/a'],
    [{ groups: { 'group:default/a': '' } }, 'group:default/a'],
    [{ userPrefix: 'system:', groups: {} }, 'userPrefix'],
    [{ groups: { engineers: 'engineers' } }, 'groups.engineers'],
    [{ groups: {}, all: true }, 'all'],
    [{ userPrefix: 'portal:' }, 'groups'],
  ])('refuses %j, naming the key', (impersonate, key) => {
    expect(() => registryWith(impersonate)).toThrow(
      new RegExp(`workloads\\.clusters\\.dev-1\\.impersonate\\.(.*)${key}`),
    );
  });

  it('sends a group a header, and never a name of the cluster itself', () => {
    expect(impersonationHeaders({ user: 'ann', groups: ['a', 'b'] })).toEqual({
      'impersonate-user': 'ann',
      'impersonate-group': ['a', 'b'],
    });
    expect(impersonationHeaders({ user: 'ann', groups: [] })).toEqual({
      'impersonate-user': 'ann',
    });
    for (const name of ['system:admin', ' SYSTEM:masters', '']) {
      expect(() => impersonationHeaders({ user: name, groups: [] })).toThrow(
        'never acts as',
      );
      expect(() =>
        impersonationHeaders({ user: 'ann', groups: [name] }),
      ).toThrow('never acts as');
    }
  });

  it('names the verb and the resource that the cluster refused', () => {
    const refusal = ClusterRefusal.fromStatus('dev-1', {
      kind: 'Status',
      message:
        'pods "a" is forbidden: User "portal:dev-one" cannot create resource "pods/exec" in API group "" in the namespace "payments-dev"',
    });
    expect(refusal).toMatchObject({
      name: 'NotAllowedError',
      verb: 'create',
      resource: 'pods/exec',
      namespace: 'payments-dev',
    });
    expect(refusal?.message).toBe(
      'Cluster dev-1 does not let "portal:dev-one" create pods/exec in namespace payments-dev; whoever keeps its RBAC can allow it',
    );
    const message = 'admission webhook "policy" denied the request: no';
    expect(ClusterRefusal.fromStatus('dev-1', { message })).toBeUndefined();
    expect(ClusterRefusal.fromStatus('dev-1', null)).toBeUndefined();
  });
});
