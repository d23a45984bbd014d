import { DemoCluster } from '../cluster/DemoCluster';
import { DemoClusterOptions } from '../cluster/DemoClusterOptions';
import { startDemoCluster } from '../cluster/startDemoCluster';
import { ContractClient } from '../contract/ContractClient';
import { deploymentManifest } from '../testUtils/deploymentManifest';
import { syntheticWorld } from '../worlds/syntheticWorld';

const CONFIG_MAPS = '/api/v1/namespaces/demo/configmaps';

const world = {
  name: 'embedded',
  kubernetesVersion: 'v1.35.2',
  nodes: 1,
  manifests: [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'demo' } },
    deploymentManifest(),
  ],
};

const configMap = (name: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'demo' },
});

describe('an embedded cluster', () => {
  const running: { cluster: DemoCluster; client: ContractClient }[] = [];

  async function start(options: Partial<DemoClusterOptions> = {}) {
    const cluster = await startDemoCluster({ world, ...options });
    const { url, token } = cluster;
    const client = ContractClient.create({
      url,
      adminToken: token,
      restrictedToken: '',
    });
    running.push({ cluster, client });
    return { cluster, client };
  }

  afterEach(async () => {
    for (const { cluster, client } of running.splice(0)) {
      client.close();
      await cluster.stop();
    }
  });

  it('tells a page whose moment is forgotten where to go on', async () => {
    const { cluster, client } = await start();
    ['a', 'b', 'c'].forEach(name => cluster.apply(configMap(name)));
    const page = await client.get(`${CONFIG_MAPS}?limit=1`);
    cluster.forgetHistory();
    cluster.apply(configMap('bb'));
    const next = (token = '') =>
      client.get(`${CONFIG_MAPS}?continue=${encodeURIComponent(token)}`);
    const gone = await next(page.body.metadata.continue);
    expect(gone.status).toBe(410);
    expect(gone.body).toMatchObject({ reason: 'Expired', code: 410 });
    const rest = await next(gone.body.metadata.continue);
    expect(rest.body.items?.map(item => item.metadata.name)).toEqual([
      'b',
      'bb',
      'c',
    ]);
  });

  it('ends a watch from a forgotten revision with 410 inside the stream', async () => {
    const { cluster, client } = await start({ historyLimit: 10 });
    const { body } = await client.get(CONFIG_MAPS);
    const since = body.metadata.resourceVersion;
    for (let index = 0; index < 20; index++) {
      cluster.apply(configMap(`n${index}`));
    }
    const watch = await client.watch(CONFIG_MAPS, `resourceVersion=${since}`);
    await watch.ended;
    expect(watch.status).toBe(200);
    expect(watch.events).toEqual([
      {
        type: 'ERROR',
        object: {
          kind: 'Status',
          apiVersion: 'v1',
          metadata: {},
          status: 'Failure',
          message: expect.stringMatching(
            new RegExp(`^too old resource version: ${since} \\(\\d+\\)$`),
          ),
          reason: 'Expired',
          code: 410,
        },
      },
    ]);
  });

  it('sends bookmarks that carry the revision of everything so far', async () => {
    const { cluster, client } = await start({ bookmarkIntervalMs: 20 });
    const watch = await client.watch(
      CONFIG_MAPS,
      'resourceVersion=0&allowWatchBookmarks=true',
    );
    cluster.apply({ ...configMap('x'), kind: 'Secret' });
    const { body } = await client.get(CONFIG_MAPS);
    const bookmark = await watch.until(
      ({ object }) =>
        object.metadata.resourceVersion === body.metadata.resourceVersion,
    );
    expect(bookmark).toEqual({
      type: 'BOOKMARK',
      object: {
        kind: 'ConfigMap',
        apiVersion: 'v1',
        metadata: { resourceVersion: body.metadata.resourceVersion },
      },
    });
  });

  it('says nothing while it is silent and goes on afterwards', async () => {
    const { cluster, client } = await start();
    const watch = await client.watch(CONFIG_MAPS, '');
    await cluster.setFault('silent');
    cluster.apply(configMap('quiet'));
    const pending = client.get('/version');
    const other = await start();
    await other.client.get('/version');
    expect(watch.events).toEqual([]);
    await cluster.setFault('ok');
    expect((await pending).status).toBe(200);
    const event = await watch.until(() => true);
    expect(event.object.metadata.name).toBe('quiet');
  });

  it('answers late while it is slow', async () => {
    const { cluster, client } = await start({ slowMs: 80 });
    await cluster.setFault('slow');
    const before = performance.now();
    await client.get('/version');
    expect(performance.now() - before).toBeGreaterThan(70);
  });

  it('refuses connections, cuts those that are open, and comes back', async () => {
    const { cluster, client } = await start();
    const watch = await client.watch(CONFIG_MAPS, '');
    await cluster.setFault('refuse');
    await watch.ended;
    await expect(client.get('/version')).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    await cluster.setFault('ok');
    expect((await client.get('/version')).status).toBe(200);
  });

  it('forgets its history in a restart and keeps its objects', async () => {
    const { cluster, client } = await start();
    const { body } = await client.get(CONFIG_MAPS);
    cluster.apply(configMap('kept'));
    await cluster.setFault('restart');
    const list = await client.get(CONFIG_MAPS);
    expect(list.body.items).toHaveLength(1);
    const watch = await client.watch(
      CONFIG_MAPS,
      `resourceVersion=${body.metadata.resourceVersion}`,
    );
    await watch.ended;
    expect(watch.events[0].object).toMatchObject({ code: 410 });
  });

  it('takes other tokens, and takes rights away kind by kind', async () => {
    const { cluster, client } = await start();
    cluster.setTokens([
      {
        token: cluster.token,
        user: 'portal',
        deny: [
          { resources: ['nodes'] },
          { resources: ['pods'], namespaces: ['demo'], verbs: ['list'] },
        ],
      },
    ]);
    const codes = async (...paths: string[]) =>
      Promise.all(paths.map(async path => (await client.get(path)).status));
    expect(
      await codes(
        '/api/v1/nodes',
        '/api/v1/namespaces/demo/pods',
        '/api/v1/namespaces/default/pods',
        '/api/v1/pods',
        CONFIG_MAPS,
      ),
    ).toEqual([403, 403, 200, 200, 200]);
    cluster.setTokens([]);
    expect(await codes(CONFIG_MAPS)).toEqual([401]);
  });

  it('counts requests and open watches', async () => {
    const { cluster, client } = await start();
    await client.get('/version');
    await client.get('/api/v1/pods');
    const watch = await client.watch('/api/v1/pods', 'resourceVersion=0');
    await watch.until(() => true);
    expect(cluster.requests).toEqual({
      total: 3,
      byVerb: { path: 1, list: 1, watch: 1 },
    });
    expect(cluster.openWatches).toBe(1);
    cluster.resetRequests();
    expect(cluster.requests.total).toBe(0);
  });

  it('shows a rollout as it happens', async () => {
    const { cluster, client } = await start();
    const path = '/apis/apps/v1/namespaces/demo/deployments';
    const { body } = await client.get(path);
    const watch = await client.watch(
      path,
      `resourceVersion=${body.metadata.resourceVersion}`,
    );
    cluster.rollout('demo', 'app', '2.0.0');
    const event = await watch.until(
      ({ object }) =>
        (object.status as { updatedReplicas?: number }).updatedReplicas === 1,
    );
    expect(event).toMatchObject({
      type: 'MODIFIED',
      object: { metadata: { generation: 2 } },
    });
    expect(() => cluster.rollout('demo', 'none', '1')).toThrow(
      'cluster embedded has no Deployment none in namespace demo',
    );
  });

  it('gives a large list whole, and a made-up world that belongs together', async () => {
    const { cluster, client } = await start({
      controllers: false,
      world: syntheticWorld({ pods: 3000, namespaces: 3, podBytes: 4000 }),
    });
    const { text, body } = await client.get('/api/v1/pods');
    expect(body.items).toHaveLength(3000);
    expect(text.length / 3000).toBeGreaterThan(3600);
    expect(text.length / 3000).toBeLessThan(4400);
    const uids = (kind: string) =>
      new Set(cluster.list('apps/v1', kind).map(object => object.metadata.uid));
    const owners = (objects: readonly { metadata: object }[]) =>
      objects.map(object => {
        const { ownerReferences = [] } = object.metadata as {
          ownerReferences?: { uid: string }[];
        };
        return ownerReferences[0].uid;
      });
    const sets = uids('ReplicaSet');
    expect(sets.size).toBe(600);
    expect(owners(body.items ?? []).every(uid => sets.has(uid))).toBe(true);
    const deployments = uids('Deployment');
    const setOwners = owners(cluster.list('apps/v1', 'ReplicaSet'));
    expect(setOwners.every(uid => deployments.has(uid))).toBe(true);
  });
});
