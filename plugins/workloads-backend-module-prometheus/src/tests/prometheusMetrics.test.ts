import { MetricPanelId } from '@domaindeck/backstage-plugin-workloads-common';
import { MetricScope } from '@domaindeck/backstage-plugin-workloads-node';
import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { createPrometheusMetricSource } from '../createPrometheusMetricSource';
import {
  FakePrometheus,
  matrix,
  metricQuery,
  noConnection,
  presence,
} from '../testUtils';

const POD = { namespace: 'pay', pod: 'api-aaaaa', container: 'api' };

describe('metrics in Prometheus', () => {
  const clock = FakeClock.create();
  const { signal } = new AbortController();
  let prometheus: FakePrometheus;
  const source = (config: object = {}) =>
    createPrometheusMetricSource({
      cluster: 'prod-sh',
      config: { type: 'prometheus', url: prometheus.url, ...config },
      connection: noConnection(),
      clock,
    });

  beforeEach(async () => {
    prometheus = await FakePrometheus.start();
  });
  afterEach(() => prometheus.stop());

  it('asks by POST within the prefix, with the tenant and the headers', async () => {
    await source({
      url: `${prometheus.url}/select/0/prometheus/`,
      tenant: 'team-a',
      headers: { Authorization: 'Bearer s3cret' },
      labels: { cluster: 'sh"1' },
    }).query(metricQuery());
    expect(prometheus.requests).toHaveLength(4);
    for (const { method, path, headers, parameters } of prometheus.requests) {
      expect([method, path]).toEqual([
        'POST',
        '/select/0/prometheus/api/v1/query_range',
      ]);
      expect(headers).toMatchObject({
        'x-scope-orgid': 'team-a',
        authorization: 'Bearer s3cret',
        'content-type': 'application/x-www-form-urlencoded',
      });
      expect(Object.fromEntries(parameters)).toMatchObject({
        start: '1020',
        end: '1140',
        step: '60',
      });
    }
    expect(prometheus.queries).toContain(
      'max by (namespace, pod, container) (container_memory_working_set_bytes{container!="", container!="POD", cluster="sh\\"1", namespace="pay", pod=~"(?:api-[a-z]{5})"})',
    );
  });

  it.each([
    [15_000, '30s', '[120000ms]'],
    [60_000, '15s', '[75000ms]'],
    [3_600_000, undefined, '[3660000ms]'],
  ])(
    'takes rates over a step and a scrape, and over four scrapes at least: %d, %s',
    async (step, scrapeInterval, span) => {
      await source({ scrapeInterval }).query(
        metricQuery({ panel: 'throttling', from: 0, to: step, step }),
      );
      expect(prometheus.queries[0].split(span)).toHaveLength(3);
    },
  );

  it('gives one value for each step, and none for what is no number', async () => {
    prometheus.answer = ({ parameters }) => ({
      body: matrix(
        parameters.get('query')?.includes('working_set')
          ? [
              { metric: POD, values: [[1020, '1.5']] },
              { metric: { ...POD, pod: 'api-bbbbb' }, values: [[1140, 'NaN']] },
              {
                metric: POD,
                values: [
                  [960, '9'],
                  [1020, '7'],
                  [1080, '+Inf'],
                  [1140, '2e3'],
                  [1200, '9'],
                ],
              },
            ]
          : [],
      ),
    });
    const { series, partial } = await source().query(metricQuery());
    expect(series).toEqual([
      { ...POD, measure: 'usage', values: [1.5, null, 2000] },
      {
        ...POD,
        pod: 'api-bbbbb',
        measure: 'usage',
        values: [null, null, null],
      },
    ]);
    expect(partial).toEqual([]);
  });

  it('leaves out what a gateway gives beyond the question', async () => {
    const places: readonly Readonly<Record<string, string>>[] = [
      POD,
      { ...POD, namespace: 'secret' },
      { ...POD, pod: 'api-aaaaa-b' },
      { ...POD, pod: 'xapi-aaaaa' },
      { ...POD, pod: 'api-other' },
      { pod: 'api-aaaaa' },
      { namespace: 'pay' },
    ];
    prometheus.answer = () => ({
      body: matrix(places.map(metric => ({ metric, values: [[1020, '1']] }))),
    });
    const { series } = await source().query(
      metricQuery({
        panel: 'throttling',
        scopes: [
          {
            namespace: 'pay',
            pods: ['api-[a-z]{5}'],
            exceptPods: ['api-oth[a-z]+', 'none'],
          },
        ],
      }),
    );
    expect(series).toEqual([
      { ...POD, measure: 'throttled', values: [1, null, null] },
    ]);
  });

  it('tells what it asked, for who wants to ask it there', async () => {
    const { queries } = await source().query(
      metricQuery({ panel: 'memory', measures: ['usage'] }),
    );
    expect(queries).toHaveLength(1);
    expect(prometheus.queries).toEqual(queries);
    expect(queries![0]).toContain('container_memory_working_set_bytes');
  });

  it('says what the store could not see, once', async () => {
    prometheus.answer = () => ({
      body: matrix([], {
        warnings: ['store-1 is silent'],
        infos: ['a name is odd'],
        isPartial: true,
      }),
    });
    const { partial } = await source().query(metricQuery());
    expect(partial).toEqual([
      'store-1 is silent',
      'a name is odd',
      'some of its stores have not answered',
    ]);
  });

  it('asks for each namespace by itself, and for nothing without pods', async () => {
    await source().query(
      metricQuery({
        panel: 'throttling',
        scopes: [
          { namespace: 'pay', pods: ['api-0'] },
          { namespace: 'ride', pods: ['web-0'] },
          { namespace: 'empty', pods: [] },
        ],
      }),
    );
    expect(prometheus.queries).toHaveLength(2);
    prometheus.queries.forEach(query =>
      expect(query.includes('"pay"') && query.includes('web-0')).toBe(false),
    );
  });

  it('asks for measures of workloads, Services and namespaces of who may see them only', async () => {
    const asked = async (panel: MetricPanelId, scope: Partial<MetricScope>) => {
      prometheus.requests.length = 0;
      const part = { namespace: 'pay', pods: ['web-0'], ...scope };
      await source().query(metricQuery({ panel, scopes: [part] }));
      return prometheus.queries.map(
        query => /((kube|nginx)_[a-z_]+)\{(.*?)\}/.exec(query)?.[3] ?? '',
      );
    };
    const own = {
      workloads: [
        { kind: 'StatefulSet', name: 'web' },
        { kind: 'Job', name: 'a.b' },
      ],
    };
    expect((await asked('replicas', {})).length).toBe(2);
    expect((await asked('replicas', own)).slice(2)).toEqual([
      'namespace="pay", statefulset=~"(?:web)"',
    ]);
    expect(await asked('quota', own)).toEqual([]);
    expect(await asked('quota', { whole: true })).toEqual([
      'type="used", namespace="pay"',
    ]);
    const services = (scope: Partial<MetricScope>) =>
      asked('requests', scope).then(queries => queries.slice(1));
    expect(await services({})).toEqual([]);
    expect(await services(own)).toEqual([
      'namespace="pay", service=~"(?:web)|(?:a\\\\.b)"',
    ]);
    expect(await services({ ...own, whole: true })).toEqual([
      'namespace="pay"',
    ]);
  });

  it('believes pods before the ingress controller, workload by workload', async () => {
    const names = ['web', 'web-rpc', 'shop'];
    prometheus.answer = ({ parameters }) => ({
      body: matrix(
        parameters.get('query')?.includes('nginx')
          ? [...names, 'other'].map(service => ({
              metric: { namespace: 'pay', service },
              values: [[1020, '2']],
            }))
          : [
              { pod: 'web-rpc-1', value: '1' },
              { pod: 'shop-1', value: 'NaN' },
            ].map(({ pod, value }) => ({
              metric: { namespace: 'pay', pod },
              values: [[1020, value]],
            })),
      ),
    });
    const answer = async (whole: boolean) =>
      (
        await source().query(
          metricQuery({
            panel: 'requests',
            scopes: [
              {
                namespace: 'pay',
                pods: ['.*'],
                workloads: names.map(name => ({ kind: 'Deployment', name })),
                whole,
              },
            ],
          }),
        )
      ).series.map(({ pod, workload, subject, origin }) => [
        pod ?? subject,
        workload,
        origin,
      ]);
    const seen = [
      ['web-rpc-1', undefined, 'OpenTelemetry'],
      ['shop-1', undefined, 'OpenTelemetry'],
      ['web', 'web', 'ingress-nginx'],
      ['shop', 'shop', 'ingress-nginx'],
    ];
    expect(await answer(false)).toEqual(seen);
    expect(await answer(true)).toEqual([
      ...seen,
      ['other', undefined, 'ingress-nginx'],
    ]);
  });

  it('asks for no more than the measures that are wanted, and names what a panel needs', async () => {
    await source().query(metricQuery({ measures: ['usage'] }));
    expect(prometheus.queries).toHaveLength(1);
    expect(source().needs?.('quota')).toBe('kube_resourcequota');
    expect(source().needs?.('requests')).toBe(
      'http_server_request_duration_seconds_count, nginx_ingress_controller_requests',
    );
  });

  it.each(['api)|(?:.*', 'api-(', '[a'])(
    'refuses an expression that would end its group: %s',
    async pod => {
      await expect(
        source().query(
          metricQuery({ scopes: [{ namespace: 'pay', pods: [pod] }] }),
        ),
      ).rejects.toThrow('is not an expression');
      await expect(
        source().query(
          metricQuery({
            scopes: [{ namespace: 'pay', pods: ['api'], exceptPods: [pod] }],
          }),
        ),
      ).rejects.toThrow('is not an expression');
      expect(prometheus.requests).toEqual([]);
    },
  );

  it('knows the panels for which there is data', async () => {
    prometheus.answer = () => ({
      body: presence([
        'container_cpu_usage_seconds_total',
        'kube_pod_container_resource_requests',
        'container_network_receive_bytes_total',
      ]),
    });
    const panels = await source({ labels: { cluster: 'sh' } }).panels(
      ['pay', 'a.b'],
      signal,
    );
    expect(panels).toEqual(['cpu', 'memory', 'network']);
    const [{ path, parameters }] = prometheus.requests;
    expect(path).toBe('/api/v1/query');
    expect(parameters.get('query')).toMatch(
      /^count by \(__name__\) \(\{cluster="sh", __name__=~".*", namespace=~"pay\|a\\\\.b"\}\)$/,
    );
    await expect(source().panels([], signal)).resolves.toEqual([]);
    expect(prometheus.requests).toHaveLength(1);
  });
});
