import {
  ClusterConnection,
  DefaultClusterConnection,
} from '@domaindeck/backstage-plugin-workloads-node';
import {
  clusterDefinition,
  FakeClock,
} from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { createPrometheusMetricSource } from '../createPrometheusMetricSource';
import {
  FakePrometheus,
  matrix,
  metricQuery,
  noConnection,
  presence,
} from '../testUtils';

const SERVICE = 'monitoring/prometheus:9090/p';
const PROXY = '/api/v1/namespaces/monitoring/services/prometheus:9090/proxy/p';

describe.each(['url', 'service'] as const)('a store reached by %s', by => {
  const clock = FakeClock.create();
  let prometheus: FakePrometheus;
  let connection: ClusterConnection;
  const source = (config: object = {}) =>
    createPrometheusMetricSource({
      cluster: 'prod-sh',
      config: {
        type: 'prometheus',
        ...(by === 'url' ? { url: prometheus.url } : { service: SERVICE }),
        ...config,
      },
      connection,
      clock,
    });
  const name = () =>
    by === 'url'
      ? `Prometheus at ${new URL(prometheus.url).host}`
      : 'Prometheus in monitoring/prometheus:9090';

  const connect = (url: string) =>
    DefaultClusterConnection.create({
      cluster: clusterDefinition({ name: 'prod-sh', url }),
      credentials: {
        getCredential: async () => ({ type: 'bearer token', token: 't0ken' }),
      },
    });

  beforeEach(async () => {
    prometheus = await FakePrometheus.start();
    connection = by === 'url' ? noConnection() : connect(prometheus.url);
  });
  afterEach(async () => {
    await connection.close();
    await prometheus.stop();
  });

  it.each([
    [400, 'refuses the question (400): of x'],
    [401, 'check workloads.clusters.prod-sh.metrics.tenant'],
    [403, 'refuses the portal (403)'],
    [404, 'has no /api/v1 (404); check workloads.clusters.prod-sh.metrics.'],
    [422, 'cannot compute it (422): of x'],
    [429, 'has more to do than it allows (429): of x'],
    [500, 'answers 500: of x'],
    [503, 'is not ready or gave up (503): of x'],
  ])('says in a sentence what %d means', async (status, message) => {
    prometheus.answer = () => ({
      status,
      body: { status: 'error', errorType: 'any', error: 'of\nx' },
    });
    const said = await source({ headers: { 'X-Secret': 's3cret' } })
      .query(metricQuery({ panel: 'throttling' }))
      .catch(String);
    expect(said).toContain(`${name()} ${message}`.slice(0, 20));
    expect(said).toContain(message);
    expect(said).not.toContain('s3cret');
  });

  it.each([
    ['<html>', 'does not answer as Prometheus does'],
    [presence([]), 'does not answer as Prometheus does'],
    [{ status: 'error' }, 'does not answer as Prometheus does'],
    ['x'.repeat(33 * 1024 * 1024), 'sends more than 32 MiB'],
  ])('does not believe any answer', async (body, message) => {
    prometheus.answer = () => ({ body });
    await expect(
      source().query(metricQuery({ panel: 'throttling' })),
    ).rejects.toThrow(message);
  });

  it('gives up after 10 s, at once when nobody waits, and when nobody is there', async () => {
    prometheus.answer = () => 'silence';
    const came = prometheus.nextRequest();
    const late = source()
      .query(metricQuery({ panel: 'throttling' }))
      .catch(String);
    await came;
    clock.advance(10_000);
    expect(await late).toContain('has not answered within 10 s');

    const leaving = new AbortController();
    const again = prometheus.nextRequest();
    const left = source()
      .query(metricQuery({ panel: 'throttling', signal: leaving.signal }))
      .catch(String);
    await again;
    leaving.abort(new Error('gone'));
    expect(await left).toBe('Error: gone');

    const alone = source();
    await prometheus.stop();
    await expect(alone.query(metricQuery())).rejects.toThrow(
      'cannot be reached',
    );
  });

  it('is warned of as partial, in the words of the store', async () => {
    prometheus.answer = () => ({
      body: matrix([], { warnings: ['store-1 is silent'] }),
    });
    const { partial } = await source().query(metricQuery());
    expect(partial).toEqual(['store-1 is silent']);
  });
});

describe('a store behind an API server', () => {
  let prometheus: FakePrometheus;
  const connections: ClusterConnection[] = [];
  const source = (config: object = {}) => {
    const connection = DefaultClusterConnection.create({
      cluster: clusterDefinition({ name: 'prod-sh', url: prometheus.url }),
      credentials: {
        getCredential: async () => ({ type: 'bearer token', token: 't0ken' }),
      },
    });
    connections.push(connection);
    return createPrometheusMetricSource({
      cluster: 'prod-sh',
      config: { type: 'prometheus', service: SERVICE, ...config },
      connection,
      clock: FakeClock.create(),
    });
  };
  const status = (code: number, message: string) => () => ({
    status: code,
    body: { kind: 'Status', apiVersion: 'v1', code, message },
  });

  beforeEach(async () => {
    prometheus = await FakePrometheus.start();
  });
  afterEach(async () => {
    await Promise.all(connections.splice(0).map(one => one.close()));
    await prometheus.stop();
  });

  it('is asked by GET through the service proxy, as the portal itself, with its tenant', async () => {
    await source({
      tenant: 'team-a',
      headers: { 'X-Extra': 'x' },
      labels: { cluster: 'sh"1' },
    }).query(metricQuery());
    expect(prometheus.requests).toHaveLength(4);
    for (const { method, path, headers, parameters } of prometheus.requests) {
      expect([method, path]).toEqual(['GET', `${PROXY}/api/v1/query_range`]);
      expect(headers).toMatchObject({
        authorization: 'Bearer t0ken',
        'x-scope-orgid': 'team-a',
        'x-extra': 'x',
      });
      expect(parameters.get('start')).toBe('1020');
    }
    expect(prometheus.queries).toContain(
      'max by (namespace, pod, container) (container_memory_rss{container!="", container!="POD", cluster="sh\\"1", namespace="pay", pod=~"(?:api-[a-z]{5})"})',
    );
  });

  it.each([
    [
      403,
      'is forbidden',
      'lacks the right to get services/proxy of prometheus:9090 in monitoring; manifests/metrics-service.yaml',
    ],
    [
      404,
      'not found',
      'is not there: the cluster has no such Service; check workloads.clusters.prod-sh.metrics.service',
    ],
    [
      503,
      'no endpoints available',
      'cannot be reached through the API server (503): no endpoints available',
    ],
  ])('says what the API server means by %d', async (code, words, message) => {
    prometheus.answer = status(code, words);
    await expect(source().query(metricQuery())).rejects.toThrow(message);
  });

  it('tells which right it needs there', () => {
    expect(source().rights).toEqual([
      {
        namespace: 'monitoring',
        group: '',
        resource: 'services/proxy',
        verbs: ['get'],
        names: ['prometheus:9090'],
      },
    ]);
  });

  it('is not asked for more names than get through', async () => {
    const pods = Array.from(
      { length: 20_000 },
      (_, at) => `api-${at}-[a-z]{5}`,
    );
    await expect(
      source().query(metricQuery({ scopes: [{ namespace: 'pay', pods }] })),
    ).rejects.toThrow('The names of so many pods do not get through');
    expect(prometheus.requests).toEqual([]);
  });
});
