import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DefaultClusterConnection,
  systemClock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { clusterDefinition } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import {
  ControlPlane,
  RealPrometheus,
  startControlPlane,
  startPrometheus,
  waitUntil,
} from '@domaindeck/control-plane';
import { createPrometheusMetricSource } from '../../createPrometheusMetricSource';
import { metricQuery } from '../../testUtils';
import { expectNear } from './__testUtils__/expectNear';
import { MetricWorld } from './__testUtils__/MetricWorld';

/** An API server passes nothing on to the loopback address. */
const HOST = Object.values(networkInterfaces())
  .flatMap(addresses => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

/** `npm test` sets them where Prometheus and the control plane's programs are. */
const describeReal =
  process.env.DOMAINDECK_PROMETHEUS === '1' &&
  process.env.DOMAINDECK_CONTROL_PLANE === '1' &&
  HOST
    ? describe
    : describe.skip;

const PLACE = { namespace: 'monitoring', name: 'prometheus' };

describeReal('a real Prometheus behind a real API server', () => {
  const world = MetricWorld.create(Date.now());
  const folder = mkdtempSync(join(tmpdir(), 'service-'));
  const connections: DefaultClusterConnection[] = [];
  let plane: ControlPlane;
  let prometheus: RealPrometheus;

  const connectAs = (token: string) => {
    const [{ url, ca }] = plane.clusters;
    const connection = DefaultClusterConnection.create({
      cluster: clusterDefinition({
        name: 'prod-sh',
        url,
        caData: Buffer.from(ca).toString('base64'),
      }),
      credentials: {
        getCredential: async () => ({ type: 'bearer token', token }),
      },
    });
    connections.push(connection);
    return connection;
  };
  const sourceAs = (token: string, service: string) =>
    createPrometheusMetricSource({
      cluster: 'prod-sh',
      config: {
        type: 'prometheus',
        service,
        tenant: 'team-a',
        labels: { cluster: 'sh' },
        scrapeInterval: '15s',
      },
      connection: connectAs(token),
      clock: systemClock,
    });
  const question = metricQuery({
    panel: 'cpu',
    scopes: [{ namespace: 'pay', pods: ['api-7f9c-[a-z]{5}'] }],
    from: (world.from + 600) * 1000,
    to: world.to * 1000,
    step: 60_000,
  });

  // The first start may have to build the programs.
  beforeAll(async () => {
    prometheus = await startPrometheus({
      measures: world.text,
      prefix: 'p',
      host: HOST,
    });
    plane = await startControlPlane({ clusters: ['prod-sh'] });
    const file = join(folder, 'service.yaml');
    const objects = objectsOf(Number(new URL(prometheus.url).port));
    writeFileSync(
      file,
      objects.map(object => JSON.stringify(object)).join('\n---\n'),
    );
    const [cluster] = plane.clusters;
    await cluster.apply(file);
    // It passes on to pods alone: this machine stands for one.
    await connectAs(cluster.tokens.admin).write({
      method: 'PATCH',
      type: 'merge',
      path: `/api/v1/namespaces/${PLACE.namespace}/pods/${PLACE.name}/status`,
      body: { status: { podIP: HOST, podIPs: [{ ip: HOST }] } },
    });
  }, 900_000);
  afterAll(async () => {
    await Promise.all(connections.map(connection => connection.close()));
    await plane?.stop();
    await prometheus?.stop();
    rmSync(folder, { recursive: true });
  }, 60_000);

  it('is read as the portal, which holds the right of the manifest alone', async () => {
    const [{ tokens }] = plane.clusters;
    const source = sourceAs(tokens.portal, 'monitoring/prometheus:9090/p');
    // The endpoints are found a moment after they were written.
    const { series } = await waitUntil(
      () => source.query(question).catch(() => undefined),
      {
        limit: 30_000,
        interval: 500,
        otherwise: () => 'the Service does not answer',
      },
    );
    const used = series
      .filter(({ measure }) => measure === 'usage')
      .map(({ values }) => values[10] ?? NaN)
      .sort((a, b) => a - b);
    expect(used).toHaveLength(2);
    expectNear(used[0], 0.25);
    expectNear(used[1], 0.75);
    const panels = await source.panels(['pay'], new AbortController().signal);
    expect(panels).toEqual(expect.arrayContaining(['volumes', 'quota']));
    expect(source.name).toBe('Prometheus in monitoring/prometheus:9090');
  }, 60_000);

  it('is not read without the right, and says which; nor is one that is not there', async () => {
    const [{ tokens }] = plane.clusters;
    await expect(
      sourceAs(tokens.restricted, 'monitoring/prometheus:9090/p').query(
        question,
      ),
    ).rejects.toThrow(
      'lacks the right to get services/proxy of prometheus:9090 in monitoring',
    );
    // The right is for the one Service.
    await expect(
      sourceAs(tokens.portal, 'monitoring/other:9090/p').query(question),
    ).rejects.toThrow('lacks the right to get services/proxy of other:9090');
    await expect(
      sourceAs(tokens.admin, 'monitoring/other:9090/p').query(question),
    ).rejects.toThrow('is not there: the cluster has no such Service');
    await expect(
      sourceAs(tokens.portal, 'monitoring/prometheus:9090').query(question),
    ).rejects.toThrow('has no /api/v1 (404)');
    await prometheus.stop();
    await expect(
      sourceAs(tokens.portal, 'monitoring/prometheus:9090/p').query(question),
    ).rejects.toThrow('cannot be reached through the API server (503)');
  }, 60_000);
});

/** The Service with this machine behind it, and the right as `manifests/metrics-service.yaml` gives it. */
function objectsOf(port: number): object[] {
  const rights = {
    name: 'domaindeck-metrics-service',
    namespace: 'monitoring',
  };
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: PLACE.namespace },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: PLACE,
      spec: { ports: [{ port: 9090, targetPort: port }] },
    },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: PLACE,
      // Nobody runs it.
      spec: {
        schedulerName: 'nobody',
        containers: [{ name: 'prometheus', image: 'prometheus:2' }],
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Endpoints',
      metadata: PLACE,
      subsets: [
        {
          addresses: [{ ip: HOST, targetRef: { kind: 'Pod', ...PLACE } }],
          ports: [{ port }],
        },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: rights,
      rules: [
        {
          apiGroups: [''],
          resources: ['services/proxy'],
          resourceNames: ['prometheus:9090'],
          verbs: ['get'],
        },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: rights,
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'Role',
        name: rights.name,
      },
      subjects: [{ kind: 'User', name: 'domaindeck-portal' }],
    },
  ];
}
