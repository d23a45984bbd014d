import { ConfigReader } from '@backstage/config';
import { MetricScope } from '@domaindeck/backstage-plugin-workloads-node';
import { DemoCluster, startDemoCluster } from '@domaindeck/demo-clusters';
import { DemoMetricHistory } from './DemoMetricHistory';

const START = Date.parse('2026-11-24T10:00:00Z');
const STEP = 15_000;
const labels = { app: 'pricing' };

describe('what pods of a demo cluster have used', () => {
  let now = START;
  let cluster: DemoCluster;
  const historyWith = (token: string) =>
    DemoMetricHistory.fromConfig(
      new ConfigReader({
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [
                { name: 'one', url: cluster.url, serviceAccountToken: token },
              ],
            },
          ],
        },
      }),
      'one',
    );
  const question = (pods: string[]) => ({
    panel: 'cpu' as const,
    scopes: [{ namespace: 'demo', pods }],
    from: START - 60_000,
    to: START + 600_000,
    step: STEP,
    signal: new AbortController().signal,
  });

  beforeAll(async () => {
    cluster = await startDemoCluster({
      world: {
        name: 'one',
        kubernetesVersion: 'v1.36.3',
        nodes: 1,
        manifests: [
          { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'demo' } },
        ],
      },
      clock: () => now,
      live: false,
    });
    // After the start: what is in the world from the beginning is older than it.
    cluster.apply({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'pricing', namespace: 'demo', labels },
      spec: {
        replicas: 2,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            containers: [
              { name: 'pricing', image: 'r.example.com/pricing:1.0.0' },
            ],
          },
        },
      },
    });
    for (let second = 0; second < 300; second += 1) {
      now += 1000;
      cluster.tick();
    }
  });
  afterAll(() => cluster.stop());

  it('is nothing before a start and after now, and agrees with what is told of now', async () => {
    const { series } = await historyWith(cluster.token).query(
      question(['pricing-.*']),
    );
    expect(series).toHaveLength(2);
    const [{ values, pod }] = series;
    expect(values).toHaveLength(45);
    expect(values[0]).toBeNull();
    expect(values.at(-1)).toBeNull();
    expect(values.filter(value => value !== null).length).toBeGreaterThan(10);
    const told = await fetch(
      `${cluster.url}/apis/metrics.k8s.io/v1beta1/namespaces/demo/pods`,
      { headers: { authorization: `Bearer ${cluster.token}` } },
    );
    const { items } = (await told.json()) as {
      items: {
        metadata: { name: string };
        timestamp: string;
        containers: { usage: { cpu: string } }[];
      }[];
    };
    const same = items.find(({ metadata }) => metadata.name === pod);
    const at = (Date.parse(same!.timestamp) - (START - 60_000)) / STEP;
    expect(
      Number.parseInt(same!.containers[0].usage.cpu, 10) / 1e9,
    ).toBeCloseTo(values[at]!, 6);
  });

  it('has only what its scope names, and the panels of which there is something', async () => {
    const history = historyWith(cluster.token);
    expect((await history.query(question(['other-.*']))).series).toEqual([]);
    const [{ pod }] = (await history.query(question(['pricing-.*']))).series;
    const others = await history.query({
      ...question([]),
      scopes: [
        { namespace: 'demo', pods: ['pricing-.*'], exceptPods: [`${pod}`] },
        { namespace: 'demo', pods: [] },
      ],
    });
    expect(others.series.map(one => one.pod === pod)).toEqual([false]);
    const { signal } = new AbortController();
    // Its one container has no ready check over HTTP and so answers nobody.
    expect(await history.panels(['demo'], signal)).toEqual([
      'cpu',
      'memory',
      'restarts',
      'replicas',
      'network',
      'disk',
    ]);
    expect(await history.panels(['none'], signal)).toEqual([]);
    expect(history.needs('quota')).toBe('quotas');
    const desired = async (workloads?: MetricScope['workloads']) => {
      const { series } = await history.query({
        ...question([]),
        panel: 'replicas',
        scopes: [{ namespace: 'demo', pods: ['none'], workloads }],
      });
      return series.map(one => [one.workload, one.values.at(10)]);
    };
    expect(await desired([{ kind: 'Deployment', name: 'pricing' }])).toEqual([
      ['pricing', 2],
    ]);
    expect(await desired([{ kind: 'Deployment', name: 'pric' }])).toEqual([]);
    expect(await desired()).toEqual([]);
  });

  it('says that it does not answer', async () => {
    await expect(
      historyWith('nobody').query(question(['pricing-.*'])),
    ).rejects.toThrow(/history of cluster one does not answer: .*401/);
  });
});
