import { MetricPanelId } from '@domaindeck/backstage-plugin-workloads-common';
import {
  MetricScope,
  MetricSource,
  systemClock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { RealPrometheus, startPrometheus } from '@domaindeck/control-plane';
import { createPrometheusMetricSource } from '../../createPrometheusMetricSource';
import { noConnection } from '../../testUtils';
import { VOLUME } from './__testUtils__/addNamespaces';
import { expectNear } from './__testUtils__/expectNear';
import { MetricWorld } from './__testUtils__/MetricWorld';

/** `npm test` sets it where Prometheus is installed. */
const describeReal =
  process.env.DOMAINDECK_PROMETHEUS === '1' ? describe : describe.skip;

const STEP = 60_000;
/** Minutes for which Prometheus goes on showing the last sample. */
const LOOKBACK = 5;
const PANELS: readonly MetricPanelId[] = [
  'requests',
  'errors',
  'latency',
  'cpu',
  'memory',
  'throttling',
  'restarts',
  'replicas',
  'network',
  'disk',
  'volumes',
  'quota',
];

describeReal('a real Prometheus with an hour of known measures', () => {
  const world = MetricWorld.create(Date.now());
  // Rates need their window before the first step.
  const from = (world.from + 600) * 1000;
  const to = world.to * 1000;
  const own: MetricScope = {
    namespace: 'pay',
    pods: ['(my-)?api-7f9c-[a-z]{5}'],
    exceptPods: ['my-.*'],
    workloads: [
      { kind: 'Deployment', name: 'api' },
      { kind: 'StatefulSet', name: 'web' },
    ],
  };
  let prometheus: RealPrometheus;
  let metrics: MetricSource;

  const source = (labels: Readonly<Record<string, string>>) =>
    createPrometheusMetricSource({
      cluster: 'prod-sh',
      config: {
        type: 'prometheus',
        url: prometheus.url,
        labels,
        scrapeInterval: '15s',
      },
      connection: noConnection(),
      clock: systemClock,
    });
  const ask = async (panel: MetricPanelId, scopes = [own]) => {
    const signal = new AbortController().signal;
    const query = { panel, scopes, from, to, step: STEP, signal };
    const { series, partial } = await metrics.query(query);
    expect(partial).toEqual([]);
    return series;
  };

  beforeAll(async () => {
    prometheus = await startPrometheus({
      measures: world.text,
      prefix: 'metrics',
    });
    metrics = source({ cluster: 'sh' });
  }, 240_000);
  afterAll(() => prometheus?.stop(), 60_000);

  /** By measure, for weights 1 and 3. */
  const each = (unit: number) => [unit, 3 * unit];
  const cases: [MetricPanelId, Record<string, readonly number[]>][] = [
    ['cpu', { usage: each(0.25), request: each(0.5), limit: each(1) }],
    ['throttling', { throttled: each(0.1) }],
    ['restarts', { restarts: each(1), oom: [1, 1] }],
    ['network', { receive: each(150), transmit: each(300) }],
    ['disk', { read: each(100), write: each(200) }],
    // The last of each is of the Service `web`, whose pods tell nothing of it.
    ['requests', { requests: [...each(10), 7] }],
    ['errors', { errors: [0.1, 0, 0.05] }],
    [
      'latency',
      {
        p50: [0.0625, 0.0625, 0.05 / 0.9],
        p95: [0.5, 0.5, 0.55],
        p99: [0.9, 0.9, 0.91],
      },
    ],
    ['replicas', { pods: [1, 1], ready: [0, 1], desired: [3, 2] }],
  ];

  it.each(cases)('computes %s to within 1 %%', async (panel, measures) => {
    const series = await ask(panel);
    const seen = new Map<string, number[]>();
    for (const { measure, namespace, values } of series) {
      expect(namespace).toBe('pay');
      expect(values).toHaveLength((to - from) / STEP + 1);
      const numbers = values.map(value => value ?? NaN);
      const [first] = numbers;
      numbers.forEach(value => expectNear(value, first));
      seen.set(measure, [...(seen.get(measure) ?? []), first]);
    }
    expect([...seen.keys()].sort()).toEqual(Object.keys(measures).sort());
    for (const [measure, wanted] of Object.entries(measures)) {
      const got = (seen.get(measure) ?? []).sort((a, b) => a - b);
      expect(got).toHaveLength(wanted.length);
      [...wanted]
        .sort((a, b) => a - b)
        .forEach((value, at) => expectNear(got[at], value));
    }
  });

  it('computes memory, and shows no value where none was measured', async () => {
    const series = await ask('memory');
    const [first, second] = world.own;
    const valuesOf = (pod: string, measure: string) =>
      series.find(one => one.pod === pod && one.measure === measure)?.values;
    expect(series).toHaveLength(8);
    expect(new Set(valuesOf(second.pod, 'rss'))).toEqual(
      new Set([3 * 2 ** 19]),
    );
    expect(new Set(valuesOf(second.pod, 'usage'))).toEqual(
      new Set([3 * 2 ** 20]),
    );
    expect(new Set(valuesOf(first.pod, 'request'))).toEqual(new Set([2 ** 21]));
    expect(new Set(valuesOf(first.pod, 'limit'))).toEqual(new Set([2 ** 22]));
    // The last sample is 15 s older than the gap.
    const until = (world.goneAt + LOOKBACK * 60 - 15) * 1000;
    valuesOf(first.pod, 'usage')?.forEach((value, at) => {
      const time = from + at * STEP;
      const gone = time > until && time < world.backAt * 1000;
      expect([time, value]).toEqual([time, gone ? null : 2 ** 20]);
    });
  });

  it('computes how full volumes are and when they will be, of those that own pods have', async () => {
    const series = await ask('volumes');
    const linesOf = (measure: string) =>
      series
        .filter(one => one.measure === measure)
        .map(({ pod, subject, unit, values }) => ({
          pod,
          subject,
          unit,
          values,
        }));
    const [first, second] = world.own;
    const left = (at: number) =>
      0.9 * VOLUME.capacity -
      (from + at * STEP - world.from * 1000) * (VOLUME.fillsBy / 1000);
    const [filling, still, ...others] = linesOf('used');
    expect(others).toEqual([]);
    expect(filling).toMatchObject({ pod: first.pod, subject: 'data-a' });
    expect(still).toMatchObject({ pod: second.pod, subject: 'data-b' });
    filling.values.forEach((value, at) =>
      expectNear(value ?? NaN, 1 - left(at) / VOLUME.capacity),
    );
    still.values.forEach(value => expectNear(value ?? NaN, 0.25));
    const [full] = linesOf('full');
    expect(full).toMatchObject({ subject: 'data-a', unit: 'seconds' });
    full.values.forEach((value, at) =>
      expectNear(value ?? NaN, left(at) / VOLUME.fillsBy),
    );
    // One that does not fill is never full.
    const never = linesOf('full').filter(({ subject }) => subject !== 'data-a');
    expect(new Set(never.flatMap(({ values }) => values))).toEqual(
      new Set(never.length > 0 ? [null] : []),
    );
  });

  it('computes quotas, and all Services, for who sees the whole namespace', async () => {
    expect(await ask('quota')).toEqual([]);
    const whole = [{ ...own, whole: true }];
    const quotas = await ask('quota', whole);
    const shares = Object.fromEntries(
      quotas.map(({ subject, values }) => [subject, values.at(-1)]),
    );
    // A quota of nothing has no share.
    expect(shares).toEqual({
      'requests.cpu': expect.closeTo(0.4),
      'limits.memory': expect.closeTo(0.8),
      pods: null,
    });
    const requests = await ask('requests', whole);
    const services = requests.flatMap(({ subject, workload, values }) =>
      subject ? [[subject, workload, Math.round(values.at(-1) ?? NaN)]] : [],
    );
    // What `api` answers its pods tell; `other` is called like no workload.
    expect(services.sort()).toEqual([
      ['other', undefined, 1_000],
      ['web', 'web', 7],
    ]);
  });

  it('tells two clusters in one Prometheus apart by their label', async () => {
    const scope = { ...own, whole: true };
    const numbers = async (panel: MetricPanelId, measure: string) =>
      (await ask(panel, [scope]))
        .filter(one => one.measure === measure)
        .map(({ values }) => values.at(-1))
        .sort((a, b) => (a ?? 0) - (b ?? 0));
    const sh = metrics;
    expect(await numbers('cpu', 'request')).toEqual([0.5, 1.5]);
    metrics = source({ cluster: 'bj' });
    try {
      expect(await numbers('cpu', 'request')).toEqual([500]);
      expect(await numbers('replicas', 'desired')).toEqual([14, 21]);
      expect(await numbers('quota', 'used')).toEqual([null, 0.8, 1]);
      expect((await ask('volumes')).map(({ subject }) => subject)).toContain(
        'data-a',
      );
    } finally {
      metrics = sh;
    }
  });

  it('takes every query of every panel for any scope, and keeps to it', async () => {
    const attempts = [
      'pay"} or {namespace="secret',
      'pay`} or {namespace=`secret`}',
      'pay\\"} or up{a=\\"',
      'pay\n} #',
      '.*',
      'pay|secret',
    ];
    for (const panel of PANELS) {
      for (const namespace of attempts) {
        await expect(
          ask(panel, [
            {
              namespace,
              pods: ['.*'],
              workloads: [
                { kind: 'Deployment', name: namespace },
                { kind: 'StatefulSet', name: '.*' },
              ],
              whole: namespace !== '.*',
            },
          ]),
        ).resolves.toEqual([]);
      }
      await expect(
        ask(panel, [
          { namespace: 'pay', pods: ['none"} or {namespace="secret'] },
        ]),
      ).rejects.toThrow('is not an expression');
      await expect(
        ask(panel, [
          {
            namespace: 'pay',
            pods: ['"', '`', '#', 'pi-.*'],
            workloads: ['.*', 'api|web', '"} or {', 'ap.'].map(name => ({
              kind: 'Deployment',
              name,
            })),
          },
        ]),
      ).resolves.toEqual([]);
    }
  }, 120_000);

  it('knows the panels of namespaces that have measures', async () => {
    const { signal } = new AbortController();
    const panels = await metrics.panels(['pay', 'none'], signal);
    expect([...panels].sort()).toEqual([...PANELS].sort());
    await expect(metrics.panels(['none', 'p.y'], signal)).resolves.toEqual([]);
    await expect(
      source({ cluster: 'gz' }).panels(['pay'], signal),
    ).resolves.toEqual([]);
  });

  it('says so when Prometheus is gone', async () => {
    await prometheus.stop();
    await expect(ask('cpu')).rejects.toThrow('cannot be reached');
  }, 60_000);
});
