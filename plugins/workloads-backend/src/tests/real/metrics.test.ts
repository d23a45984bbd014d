import {
  DefaultClusterConnection,
  MetricSourceAnswer,
  MetricSourceSeries,
  systemClock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { clusterDefinition } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import {
  ControlPlane,
  startControlPlane,
  waitUntil,
} from '@domaindeck/control-plane';
import { SampledUsageSource } from '../../metrics/sampled/SampledUsageSource';
import { applyObjects } from './__testUtils__/applyObjects';

const describeReal =
  process.env.DOMAINDECK_CONTROL_PLANE === '1' ? describe : describe.skip;

const MIB = 2 ** 20;
const STEP = 15_000;
/** Two scrapes, 15 s apart, and what a cluster needs to begin. */
const PATIENCE = { limit: 180_000, interval: 1_000 };

/** The kubelets of kwok measure what annotations say; metrics-server and API server are the real ones. */
describeReal('what a real metrics-server tells', () => {
  let plane: ControlPlane;
  const connections: DefaultClusterConnection[] = [];
  const sources: SampledUsageSource[] = [];

  const sourceAs = (token: string) => {
    const [cluster] = plane.clusters;
    const connection = DefaultClusterConnection.create({
      cluster: clusterDefinition({
        name: 'dev-1',
        url: cluster.url,
        caData: Buffer.from(cluster.ca).toString('base64'),
      }),
      credentials: {
        getCredential: async () => ({ type: 'bearer token', token }),
      },
    });
    connections.push(connection);
    const source = SampledUsageSource.create({
      connection,
      clock: systemClock,
    });
    sources.push(source);
    return source;
  };
  const ask = (
    source: SampledUsageSource,
    panel: 'cpu' | 'memory',
    namespaces: readonly string[],
  ): Promise<MetricSourceAnswer> => {
    const to = Math.floor(Date.now() / STEP) * STEP + STEP;
    return source.query({
      panel,
      scopes: namespaces.map(namespace => ({ namespace, pods: ['api-.*'] })),
      from: to - 4 * STEP,
      to,
      step: STEP,
      signal: new AbortController().signal,
    });
  };
  const last = ({ values }: MetricSourceSeries) =>
    values.findLast(value => value !== null);

  // The first start may have to build the programs.
  beforeAll(async () => {
    plane = await startControlPlane({ clusters: ['dev-1'], metrics: true });
    await applyObjects(plane.clusters[0], [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'pay' } },
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'empty' } },
      pod('api-0', '250m', '100Mi'),
      pod('api-1', '1500m', '2Gi'),
      pod('other-0', '1', '1Gi'),
    ]);
  }, 900_000);
  afterAll(async () => {
    sources.forEach(source => source.stop());
    await Promise.all(connections.map(connection => connection.close()));
    await plane?.stop();
  }, 60_000);

  it('is told as it measured it, of the pods that were asked for', async () => {
    const source = sourceAs(plane.clusters[0].tokens.portal);
    const found = await waitUntil(
      async () => {
        const cpu = await ask(source, 'cpu', ['pay']).catch(() => undefined);
        const memory = await ask(source, 'memory', ['pay']).catch(
          () => undefined,
        );
        const isWhole =
          cpu?.series.length === 2 &&
          memory?.series.length === 2 &&
          cpu.series.every(one => (last(one) ?? 0) > 0);
        return isWhole ? { cpu, memory } : undefined;
      },
      { ...PATIENCE, otherwise: () => 'nothing was measured' },
    );
    const numbers = (answer: MetricSourceAnswer | undefined) =>
      Object.fromEntries(
        (answer?.series ?? []).map(one => [one.pod, last(one) ?? NaN]),
      );
    const cpu = numbers(found.cpu);
    const memory = numbers(found.memory);
    expectNear(cpu['api-0'], 0.25);
    expectNear(cpu['api-1'], 1.5);
    expectNear(memory['api-0'], 100 * MIB);
    expectNear(memory['api-1'], 2_048 * MIB);
    expect(found.cpu?.series.map(({ container }) => container)).toEqual([
      'main',
      'main',
    ]);
    expect(found.cpu?.partial).toEqual([]);
    expect(await source.panels(['pay'])).toEqual(['cpu', 'memory']);
    expect((await ask(source, 'cpu', ['empty'])).series).toEqual([]);
  }, 240_000);

  it('is not told to an account without the right, which is named', async () => {
    const source = sourceAs(plane.clusters[0].tokens.restricted);
    await expect(ask(source, 'cpu', ['pay'])).rejects.toThrow(
      /lacks the right to list pods of metrics.k8s.io there; manifests\/metrics.yaml/,
    );
  });
});

function pod(name: string, cpu: string, memory: string) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'pay',
      annotations: {
        'kwok.x-k8s.io/usage-cpu': cpu,
        'kwok.x-k8s.io/usage-memory': memory,
      },
    },
    spec: {
      containers: [{ name: 'main', image: 'registry.example.com/api:1' }],
    },
  };
}

/** CPU is counted over the seconds between two scrapes, which are told in whole ones. */
function expectNear(value: number, wanted: number): void {
  expect(Math.abs(value - wanted)).toBeLessThanOrEqual(wanted * 0.05);
}
