import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  ControlPlane,
  RealCluster,
  startControlPlane,
  waitUntil,
} from '@domaindeck/control-plane';
import {
  ClusterDefinition,
  ClusterRefusal,
  DefaultClusterConnection,
  systemClock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { clusterDefinition } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { WatchCache } from '../../cache/WatchCache';
import { ClusterConnections } from '../../clusters/ClusterConnections';
import { DefaultClusterChecker } from '../../clusters/DefaultClusterChecker';
import { NeededRule } from '../../clusters/NeededRule';
import { neededRulesOf } from '../../inspection/neededRules';
import { projectors } from '../../projection';
import { applyObjects } from './__testUtils__/applyObjects';

const describeReal =
  process.env.DOMAINDECK_CONTROL_PLANE === '1' ? describe : describe.skip;

const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const API_GROUP = 'rbac.authorization.k8s.io';
const ACCOUNTS = '/api/v1/namespaces/domaindeck/serviceaccounts';

const impersonate = {
  userPrefix: 'portal:',
  groups: { 'group:default/checkout-engineering': 'developers' },
};

describeReal('the rights of the portal in a real cluster', () => {
  let plane: ControlPlane;
  let cluster: RealCluster;
  let administrator: DefaultClusterConnection;
  const opened: DefaultClusterConnection[] = [];

  function connect(
    token: string,
    fields?: Partial<ClusterDefinition>,
  ): DefaultClusterConnection {
    const connection = DefaultClusterConnection.create({
      cluster: clusterDefinition({
        url: cluster.url,
        caData: Buffer.from(cluster.ca).toString('base64'),
        // Not a token of the config, of which the check would say that it expires in an hour.
        authMetadata: { 'kubernetes.io/auth-provider': 'serviceAccount' },
        ...fields,
      }),
      credentials: {
        getCredential: async () => ({ type: 'bearer token', token }),
      },
    });
    opened.push(connection);
    return connection;
  }

  async function create(path: string, body: object): Promise<unknown> {
    const answer = await administrator.post(path, body);
    const object = await answer.body.json();
    expect(`${answer.status} ${JSON.stringify(object)}`).toMatch(/^201 /);
    return object;
  }

  async function tokenOf(account: string): Promise<string> {
    const { status } = (await create(`${ACCOUNTS}/${account}/token`, {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: {},
    })) as { status: { token: string } };
    return status.token;
  }

  /** A service account with these rules and nothing else. */
  async function accountWith(
    name: string,
    rules: readonly NeededRule[],
  ): Promise<string> {
    await create(ACCOUNTS, { metadata: { name } });
    await create(`${RBAC}/clusterroles`, {
      metadata: { name },
      rules: rules.map(({ group, resource, verbs, names }) => ({
        apiGroups: [group],
        resources: [resource],
        resourceNames: names,
        verbs,
      })),
    });
    await create(`${RBAC}/clusterrolebindings`, {
      metadata: { name },
      roleRef: { apiGroup: API_GROUP, kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace: 'domaindeck' }],
    });
    return tokenOf(name);
  }

  async function missingFor(token: string): Promise<string[]> {
    const connection = connect(token, { impersonate });
    const { items } = await DefaultClusterChecker.create({
      connections: ClusterConnections.create([connection]),
      credentials: {
        getCredential: async () => ({ type: 'bearer token', token }),
      },
      known: { facts: () => ({ clockSkewMs: 0 }), rows: () => [] },
      rulesOf: neededRulesOf,
      clock: systemClock,
    }).check('dev-1', new AbortController().signal);
    return items
      .filter(({ outcome }) => outcome !== 'ok')
      .map(({ id, fix }) => `${id} ${fix ? 'with' : 'without'} its rule`);
  }

  /** Asks until the answer is the one, since the authorizer hears of a new binding by a watch of its own. */
  async function missingInTheEnd(
    token: string,
    awaited: readonly string[],
  ): Promise<string[]> {
    let seen: string[] = [];
    await waitUntil(
      async () => {
        seen = await missingFor(token);
        return `${seen}` === `${awaited}` || undefined;
      },
      { limit: 20_000, interval: 100, otherwise: () => `missing: ${seen}` },
    );
    return seen;
  }

  beforeAll(async () => {
    plane = await startControlPlane({ clusters: ['dev-1'], nodes: 1 });
    [cluster] = plane.clusters;
    administrator = connect(cluster.tokens.admin);
    // One of the manifests is for a cluster that has its Prometheus there.
    await applyObjects(cluster, [
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'monitoring' },
      },
    ]);
    await cluster.apply(
      resolvePackagePath(
        '@domaindeck/backstage-plugin-workloads-backend',
        'manifests',
      ),
    );
  }, 900_000);

  afterAll(async () => {
    await Promise.all(opened.map(connection => connection.close()));
    await plane?.stop();
  }, 60_000);

  it('suffice as the manifests give them', async () => {
    const token = await tokenOf('domaindeck');
    expect(await missingInTheEnd(token, [])).toEqual([]);
    const cache = WatchCache.create({
      connections: [connect(token)],
      projectors,
      logger: mockServices.logger.mock(),
    });
    cache.start();
    try {
      await waitUntil(
        async () => cache.facts('dev-1')?.status.state === 'live' || undefined,
        {
          limit: 20_000,
          interval: 100,
          otherwise: () => JSON.stringify(cache.facts('dev-1')),
        },
      );
      expect(cache.facts('dev-1')?.denied).toEqual(new Map());
      expect(cache.rows('dev-1', 'nodes')).toHaveLength(1);
    } finally {
      await cache.stop();
    }
  }, 60_000);

  it('are named, the one that is missing', async () => {
    const rules = neededRulesOf(clusterDefinition({ impersonate }));
    for (const [index, left] of rules.entries()) {
      const token = await accountWith(
        `without-${index}`,
        rules.filter(rule => rule !== left),
      );
      const named = [`rights.${left.resource} with its rule`];
      expect(await missingInTheEnd(token, named)).toEqual(named);
    }
  }, 120_000);

  it('let it act as a person of the groups named, and as nobody else', async () => {
    const portal = connect(await tokenOf('domaindeck'));
    const whoAmI = (user: string, groups: string[]) =>
      portal.post(
        '/apis/authentication.k8s.io/v1/selfsubjectreviews',
        { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' },
        { as: { user, groups } },
      );
    const seen = await whoAmI('portal:dev-one', ['developers']);
    expect(await seen.body.json()).toMatchObject({
      status: {
        userInfo: {
          username: 'portal:dev-one',
          groups: ['developers', 'system:authenticated'],
        },
      },
    });

    const strange = await whoAmI('portal:dev-one', ['administrators']);
    expect(strange.status).toBe(403);
    expect(
      ClusterRefusal.fromStatus('dev-1', await strange.body.json()),
    ).toMatchObject({ verb: 'impersonate', resource: 'groups' });
    await expect(
      whoAmI('portal:dev-one', ['system:masters']),
    ).rejects.toThrow();
  }, 30_000);

  it('end where the person has none, in words that name the right', async () => {
    const portal = connect(await tokenOf('domaindeck'));
    const refused = await portal.get('/api/v1/namespaces/default/pods', {
      as: { user: 'portal:dev-one', groups: ['developers'] },
    });
    expect(refused.status).toBe(403);
    expect(
      ClusterRefusal.fromStatus('dev-1', await refused.body.json())?.message,
    ).toBe(
      'Cluster dev-1 does not let "portal:dev-one" list pods in namespace default; whoever keeps its RBAC can allow it',
    );
  }, 30_000);
});
