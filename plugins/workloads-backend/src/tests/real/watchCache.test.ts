import { join } from 'node:path';
import {
  ControlPlane,
  RealCluster,
  startControlPlane,
  waitUntil,
} from '@domaindeck/control-plane';
import {
  DefaultClusterConnection,
  systemClock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { clusterDefinition } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { FeedRequests } from '../../cache/FeedRequests';
import { RecordingLogger } from '../../cache/testUtils/RecordingLogger';
import { TimeShare } from '../../cache/TimeShare';
import { WatchCache } from '../../cache/WatchCache';
import { walkPages } from '../../cache/walkPages';
import { watchedResources } from '../../cache/watchedResources';
import { projectors, Row, WatchedResource } from '../../projection';

const describeReal =
  process.env.DOMAINDECK_CONTROL_PLANE === '1' ? describe : describe.skip;

const WORLD = join(__dirname, '../../../../../examples/kubernetes/dev-1');

/** Those of which a world of manifests has some, and that come to rest. */
const RESOURCES: readonly WatchedResource[] = [
  'namespaces',
  'deployments',
  'replicasets',
  'statefulsets',
];

describeReal('the watch cache over a real cluster', () => {
  let plane: ControlPlane;
  let cluster: RealCluster;
  let connection: DefaultClusterConnection;
  let cache: WatchCache;

  // The first start may have to build the programs.
  beforeAll(async () => {
    plane = await startControlPlane({ clusters: ['dev-1'] });
    [cluster] = plane.clusters;
    await cluster.apply(WORLD);
    connection = DefaultClusterConnection.create({
      cluster: clusterDefinition({
        url: cluster.url,
        caData: Buffer.from(cluster.ca).toString('base64'),
      }),
      credentials: {
        getCredential: async () => ({
          type: 'bearer token',
          token: cluster.tokens.portal,
        }),
      },
    });
    cache = WatchCache.create({
      connections: [connection],
      projectors,
      resources: RESOURCES,
      logger: RecordingLogger.create(),
    });
    cache.start();
  }, 900_000);

  afterAll(async () => {
    await cache?.stop();
    await connection?.close();
    await plane?.stop();
  }, 60_000);

  /** Every object of a kind in pages, as the audit or a cluster without lists as watches has it. */
  async function list(
    resource: WatchedResource,
    identitiesOnly: boolean,
  ): Promise<{ metadata: Record<string, string>; spec?: unknown }[]> {
    const items: { metadata: Record<string, string>; spec?: unknown }[] = [];
    await walkPages(
      {
        requests: FeedRequests.create({
          connection,
          clock: systemClock,
          timeShare: TimeShare.create(),
        }),
        path: watchedResources[resource].path,
        identitiesOnly,
      },
      new AbortController().signal,
      item => items.push(item as (typeof items)[number]),
    );
    return items;
  }

  function sorted<R extends Row>(rows: readonly R[]): R[] {
    return [...rows].sort((a, b) => (a.uid < b.uid ? -1 : 1));
  }

  /** Waits until the rows that were watched are those of a list, and gives how many they are. */
  async function agree(resource: WatchedResource): Promise<number> {
    return waitUntil(
      async () => {
        const listed = await list(resource, false);
        const rows = sorted<Row>(cache.rows('dev-1', resource));
        const project: (raw: unknown) => Row = projectors[resource];
        const wanted = sorted(listed.map(item => project(item)));
        return JSON.stringify(rows) === JSON.stringify(wanted)
          ? rows.length
          : undefined;
      },
      {
        limit: 60_000,
        interval: 500,
        otherwise: () =>
          `${resource} differ; ${JSON.stringify(cache.facts('dev-1'))}`,
      },
    );
  }

  it('holds what pages hold, and what an audit lists by names, uids and versions alone', async () => {
    for (const resource of RESOURCES) {
      expect(await agree(resource)).toBeGreaterThan(0);
      // The world goes on while it is asked: what differs now is right again at a quiet moment.
      const identities = await waitUntil(
        async () => {
          const listed = await list(resource, true);
          return listed.length === (await agree(resource)) ? listed : undefined;
        },
        {
          limit: 60_000,
          interval: 500,
          otherwise: () => `an audit of ${resource} lists other objects`,
        },
      );
      for (const { metadata, spec } of identities) {
        expect(spec).toBeUndefined();
        expect(metadata).toMatchObject({
          uid: expect.any(String),
          resourceVersion: expect.any(String),
        });
      }
    }
    expect(cache.facts('dev-1')?.capabilities).toContain('watch-list');
  }, 120_000);

  it('comes back when the history is forgotten and the server has restarted', async () => {
    await cluster.forgetHistory();
    await waitUntil(
      async () =>
        cache.facts('dev-1')?.status.state === 'live' ? true : undefined,
      {
        limit: 60_000,
        interval: 200,
        otherwise: () => JSON.stringify(cache.facts('dev-1')?.status),
      },
    );
    for (const resource of RESOURCES) {
      await agree(resource);
    }
    expect(cache.facts('dev-1')?.divergences).toBe(0);
  }, 180_000);
});
