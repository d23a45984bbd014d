import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import workloadsPlugin from '@domaindeck/backstage-plugin-workloads-backend';
import {
  LogHistogram,
  LogPage,
  LogRecord,
  LogSources,
} from '@domaindeck/backstage-plugin-workloads-common';
import { RealLoki, startLoki, waitUntil } from '@domaindeck/control-plane';
import { DemoCluster, startDemoCluster } from '@domaindeck/demo-clusters';
import { nanosOf } from '../../history/nanoTime';
import workloadsModuleLoki from '../..';

const describeReal =
  process.env.DOMAINDECK_LOKI === '1' ? describe : describe.skip;

const MINUTES = 10;
/** Lines that a collector has not brought to the store yet. */
const BEHIND = 15;
const LINE = /^(\S+) (.*)$/;

/** A whole backend over a cluster and a Loki that has collected the cluster's lines but for the last ones. */
describeReal('live and stored lines of one container', () => {
  let loki: RealLoki;
  let cluster: DemoCluster;
  let backend: TestBackend;
  /** What the container wrote, as time and text. */
  let written: string[];

  async function post<T>(call: string, body?: object): Promise<T> {
    const answer = await fetch(
      `http://localhost:${backend.server.port()}/api/workloads/entities/domain/default/payments/logs/${call}`,
      {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: mockCredentials.user.header(),
          'content-type': 'application/json',
        },
        body: body && JSON.stringify(body),
      },
    );
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${call} answers ${answer.status}: ${text}`);
    }
    return text.includes('\n')
      ? (text
          .trim()
          .split('\n')
          .map(line => JSON.parse(line)) as T)
      : (JSON.parse(text) as T);
  }

  // The first start may have to build Loki.
  beforeAll(async () => {
    loki = await startLoki();
    let now = Date.now() - MINUTES * 60_000;
    cluster = await startDemoCluster({
      world: {
        name: 'dev-1',
        kubernetesVersion: 'v1.36.3',
        nodes: 1,
        manifests: [
          {
            apiVersion: 'v1',
            kind: 'Namespace',
            metadata: {
              name: 'pay',
              labels: { 'domaindeck.io/domain': 'payments' },
            },
          },
          deployment('pay', 'pricing'),
        ],
      },
      clock: () => now,
      live: false,
    });
    for (let second = 0; second < MINUTES * 60; second += 1) {
      now += 1000;
      cluster.tick();
    }
    const [{ metadata }] = cluster.list('v1', 'Pod', 'pay');
    const log = await fetch(
      `${cluster.url}/api/v1/namespaces/pay/pods/${metadata.name}/log?timestamps=true`,
      { headers: { authorization: `Bearer ${cluster.token}` } },
    );
    written = (await log.text()).trimEnd().split('\n');
    await loki.push('team-a', [
      {
        stream: {
          namespace: 'pay',
          pod: metadata.name,
          container: 'pricing',
        },
        values: written.slice(0, -BEHIND).map(line => {
          const [, at = '', text = ''] = LINE.exec(line) ?? [];
          return [String(nanosOf(at)), text] as const;
        }),
      },
    ]);
    backend = await startTestBackend({
      features: [
        workloadsPlugin,
        workloadsModuleLoki,
        catalogServiceMock.factory({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Domain',
              metadata: { name: 'payments', namespace: 'default' },
              spec: { owner: 'guests' },
            },
          ],
        }),
        mockServices.rootConfig.factory({
          data: {
            kubernetes: {
              serviceLocatorMethod: { type: 'multiTenant' },
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: [
                    {
                      name: 'dev-1',
                      url: cluster.url,
                      authProvider: 'serviceAccount',
                      serviceAccountToken: cluster.token,
                    },
                  ],
                },
              ],
            },
            workloads: {
              clusters: {
                'dev-1': {
                  tier: 'development',
                  logs: { type: 'loki', url: loki.url, tenant: 'team-a' },
                },
              },
            },
          },
        }),
      ],
    });
  }, 1_200_000);

  afterAll(async () => {
    await backend?.stop();
    await cluster?.stop();
    await loki?.stop();
  }, 60_000);

  it('join at the first live line: none is missing, none comes twice', async () => {
    await waitUntil(
      async () => {
        const { history } = await post<LogSources>('sources');
        return history[0]?.state === 'available' || undefined;
      },
      {
        limit: 60_000,
        interval: 200,
        otherwise: () => 'the history is not there',
      },
    );
    const live = await waitUntil(
      async () => {
        const records = await post<LogRecord[]>('stream', {
          follow: false,
          tail: 25,
        });
        const lines = records.flatMap(record =>
          record.type === 'line' ? [record] : [],
        );
        return lines.length > 0 ? lines : undefined;
      },
      { limit: 60_000, interval: 200, otherwise: () => 'no line came' },
    );
    expect(live).toHaveLength(25);
    const [first] = live;

    const from = new Date(Date.now() - 6 * 3_600_000).toISOString();
    const stored: string[] = [];
    let cursor: string | undefined;
    do {
      const page: LogPage = await post('search', {
        from,
        to: first.at,
        limit: 40,
        cursor,
      });
      expect(page.troubles).toEqual([]);
      stored.unshift(...page.items.map(({ at, text }) => `${at} ${text}`));
      cursor = page.nextCursor;
    } while (cursor);

    expect(written.length).toBeGreaterThan(100);
    expect([...stored, ...live.map(({ at, text }) => `${at} ${text}`)]).toEqual(
      written,
    );
  }, 180_000);

  it('are one answer, which says where they meet and that nothing is missing', async () => {
    const question = {
      from: new Date(Date.now() - 6 * 3_600_000).toISOString(),
      to: new Date().toISOString(),
    };
    const pages: LogPage[] = [];
    let cursor: string | undefined;
    do {
      const page: LogPage = await post('search', {
        ...question,
        limit: 300,
        cursor,
      });
      pages.unshift(page);
      cursor = page.nextCursor;
    } while (cursor);
    expect(pages.flatMap(({ troubles }) => troubles)).toEqual([]);
    const lines = pages.flatMap(({ items, sources }) =>
      items.map(({ at, text, source }) => ({
        line: `${at} ${text}`,
        stored: sources[source].stored ?? false,
      })),
    );
    expect(lines.map(({ line }) => line)).toEqual(written);
    const seam = pages.at(-1)?.coverage?.at(0);
    expect(seam).toMatchObject({ stored: true, unsure: false });
    const stored = lines.filter(one => one.stored).map(({ line }) => line);
    const { oldestLiveAt = '' } = seam ?? {};
    expect(stored).toEqual(written.filter(line => line < oldestLiveAt));
    expect(written.length - stored.length).toBeGreaterThan(BEHIND);
    const counted = await post<LogHistogram>('histogram', question);
    expect(counted.matched).toBe(written.length);
  }, 180_000);
});

function deployment(namespace: string, name: string) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { namespace, name },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [
            { name, image: `registry.example.com/payments/${name}:1.0.0` },
          ],
        },
      },
    },
  };
}
