import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import workloadsPlugin from '@domaindeck/backstage-plugin-workloads-backend';
import {
  MetricMarksAnswer,
  MetricsAnswer,
  MetricsOverview,
  MetricUsageAnswer,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  RealPrometheus,
  startPrometheus,
  waitUntil,
} from '@domaindeck/control-plane';
import { DemoCluster } from '@domaindeck/demo-clusters';
import workloadsModulePrometheus from '../..';
import { CountingGate } from '../../testUtils';
import { addPod, GIB } from './__testUtils__/addPod';
import { expectNear } from './__testUtils__/expectNear';
import { MeasureText } from './__testUtils__/MeasureText';
import { startCluster } from './__testUtils__/startCluster';

/** `npm test` sets it where Prometheus is installed. */
const describeReal =
  process.env.DOMAINDECK_PROMETHEUS === '1' ? describe : describe.skip;

const SCRAPE = 15;
const VIEWERS = 50;

/** A whole backend over two clusters that share a Prometheus, with two domains. */
describeReal('a backend over a real Prometheus', () => {
  const to = Math.floor(Date.now() / 60_000) * 60 + 60;
  const from = to - 7_200;
  const restartedAt = to - 1_800;
  let prometheus: RealPrometheus;
  let gate: CountingGate;
  const clusters: DemoCluster[] = [];
  let backend: TestBackend;
  const range = {
    from: new Date((to - 3_600) * 1000).toISOString(),
    to: new Date((to - 60) * 1000).toISOString(),
    step: 60,
  };

  async function ask<T>(
    domain: string,
    call: string,
    body?: object,
  ): Promise<T> {
    const answer = await fetch(
      `http://localhost:${backend.server.port()}/api/workloads/entities/domain/default/${domain}/metrics/${call}`,
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
    return JSON.parse(text) as T;
  }
  const query = (domain: string, panel: string) =>
    ask<MetricsAnswer>(domain, 'query', { ...range, panel });
  const podsOf = (cluster: DemoCluster, namespace: string) =>
    cluster.list('v1', 'Pod', namespace).map(({ metadata }) => metadata.name);

  beforeAll(async () => {
    for (const name of ['dev-1', 'prod-sh']) {
      clusters.push(await startCluster(name));
    }
    const text = MeasureText.create(from, to, SCRAPE);
    clusters.forEach((cluster, index) => {
      for (const [namespace, weight] of [
        ['pay', 1],
        ['rides', 100],
      ] as const) {
        podsOf(cluster, namespace).forEach((pod, at) =>
          addPod(text, {
            place: { cluster: cluster.name, namespace, pod },
            weight: weight * (1 + index * 10) * (1 + at),
            restartedAt:
              namespace === 'pay' && at === 0 ? restartedAt : Infinity,
            from,
          }),
        );
      }
    });
    prometheus = await startPrometheus({ measures: text.text, prefix: 'p' });
    gate = await CountingGate.open(new URL(prometheus.url).origin);
    backend = await startTestBackend({
      features: [
        workloadsPlugin,
        workloadsModulePrometheus,
        catalogServiceMock.factory({
          entities: ['payments', 'rides'].map(name => ({
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Domain',
            metadata: { name, namespace: 'default' },
            spec: { owner: 'guests' },
          })),
        }),
        mockServices.rootConfig.factory({
          data: configOf(clusters, `${gate.url}/p`),
        }),
      ],
    });
    await waitUntil(
      async () => {
        const { items } = await ask<MetricUsageAnswer>('payments', 'usage');
        return items.length === 2 || undefined;
      },
      {
        limit: 30_000,
        interval: 200,
        otherwise: () => 'the clusters were not read',
      },
    );
  }, 120_000);
  afterAll(async () => {
    await backend?.stop();
    await gate?.close();
    await prometheus?.stop();
    await Promise.all(clusters.map(cluster => cluster.stop()));
  }, 60_000);

  it('knows what there is, and says what is missing of the rest', async () => {
    const { panels, sources, workloads } = await ask<MetricsOverview>(
      'payments',
      'panels',
    );
    expect(workloads).toEqual(['pricing']);
    expect(sources.map(({ state }) => state)).toEqual(['stored', 'stored']);
    const stateOf = Object.fromEntries(
      panels.map(({ panel, state }) => [panel, state]),
    );
    expect(stateOf).toMatchObject({
      cpu: 'available',
      memory: 'available',
      restarts: 'available',
      latency: 'absent',
    });
    expect(panels.find(({ panel }) => panel === 'quota')?.reason).toMatch(
      /has none of kube_resourcequota/,
    );
  });

  it('tells each cluster’s own numbers of a domain, and nothing of another domain', async () => {
    const { series, step, warnings } = await query('payments', 'cpu');
    expect([step, warnings]).toEqual([60, []]);
    const used = series.filter(({ measure }) => measure === 'usage');
    expect(used.map(({ cluster, namespace }) => [cluster, namespace])).toEqual([
      ['dev-1', 'pay'],
      ['dev-1', 'pay'],
      ['prod-sh', 'pay'],
      ['prod-sh', 'pay'],
    ]);
    const numbers = used
      .map(({ values }) => values[10] ?? NaN)
      .sort((a, b) => a - b);
    [0.1, 0.2, 1.1, 2.2].forEach((wanted, at) =>
      expectNear(numbers[at], wanted),
    );
    expect(used.every(({ values }) => values.every(value => value))).toBe(true);
    const others = await query('rides', 'cpu');
    const [first] = others.series.filter(({ measure }) => measure === 'usage');
    expectNear(first.values[10] ?? NaN, 10);
    await expect(
      ask('payments', 'query', {
        ...range,
        panel: 'cpu',
        environments: ['dev-1/rides'],
      }),
    ).rejects.toThrow('404');
  });

  it('tells what a row shows: the busiest pod, and all of them', async () => {
    const { items } = await ask<MetricUsageAnswer>('payments', 'usage');
    const [dev, prod] = [...items].sort((a, b) =>
      a.cluster.localeCompare(b.cluster, 'en-US'),
    );
    expect(dev.workload).toBe('dev-1/pay/Deployment/pricing');
    expectNear(dev.cpu?.now ?? NaN, 0.2);
    expectNear(dev.cpu?.total ?? NaN, 0.3);
    expect(dev.cpu?.request).toBe(0.5);
    expect(dev.cpu?.totalRequest).toBe(1);
    expectNear(prod.memory?.now ?? NaN, 22 * GIB);
    expectNear(prod.memory?.total ?? NaN, 33 * GIB);
    expect(prod.memory?.values.filter(value => value !== null)).not.toEqual([]);
  });

  it('marks the restart that the store counted, to the step', async () => {
    const { items } = await ask<MetricMarksAnswer>('payments', 'marks', range);
    const restarts = items.filter(({ type }) => type !== 'release');
    expect(restarts.map(({ type, cluster }) => [type, cluster])).toEqual([
      ['out-of-memory', 'dev-1'],
      ['out-of-memory', 'prod-sh'],
    ]);
    for (const { at } of restarts) {
      const late = Date.parse(at) / 1000 - restartedAt;
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThanOrEqual(60);
    }
  });

  it(`costs Prometheus for ${VIEWERS} viewers what one costs`, async () => {
    const window = (minutes: number) => ({
      from: new Date((to - 60 * minutes) * 1000).toISOString(),
      to: new Date((to - 60) * 1000).toISOString(),
      panel: 'memory',
      step: 60,
    });
    const before = gate.count;
    await ask('payments', 'query', window(20));
    const one = gate.count - before;
    expect(one).toBeGreaterThan(0);
    await Promise.all(
      Array.from({ length: VIEWERS }, () =>
        ask('payments', 'query', window(30)),
      ),
    );
    expect(gate.count - before).toBe(2 * one);
  });

  it('goes on telling of the clusters when the store is gone, and says so', async () => {
    await prometheus.stop();
    const { series, warnings } = await ask<MetricsAnswer>('payments', 'query', {
      ...range,
      step: 120,
      panel: 'cpu',
    });
    expect(series).toEqual([]);
    expect(warnings.map(({ code, cluster }) => [code, cluster])).toEqual([
      ['failing', 'dev-1'],
      ['failing', 'prod-sh'],
    ]);
  });
});

function configOf(clusters: readonly DemoCluster[], url: string) {
  return {
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clusters.map(cluster => ({
            name: cluster.name,
            url: cluster.url,
            authProvider: 'serviceAccount',
            serviceAccountToken: cluster.token,
          })),
        },
      ],
    },
    workloads: {
      clusters: Object.fromEntries(
        clusters.map(({ name }) => [
          name,
          {
            tier: name,
            metrics: {
              type: 'prometheus',
              url,
              labels: { cluster: name },
              scrapeInterval: `${SCRAPE}s`,
            },
          },
        ]),
      ),
    },
  };
}
