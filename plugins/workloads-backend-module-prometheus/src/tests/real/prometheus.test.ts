import { MetricPanelId } from '@domaindeck/backstage-plugin-workloads-common';
import {
  MetricScope,
  MetricSource,
  systemClock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { RealPrometheus, startPrometheus } from '@domaindeck/control-plane';
import { createPrometheusMetricSource } from '../../createPrometheusMetricSource';
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
    ['requests', { requests: each(10) }],
    ['errors', { errors: [0.1, 0] }],
    ['latency', { p50: [0.0625, 0.0625], p95: [0.5, 0.5], p99: [0.9, 0.9] }],
    ['replicas', { pods: [1, 1], ready: [0, 1] }],
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
    expect(series).toHaveLength(6);
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
          ask(panel, [{ namespace, pods: ['.*'] }]),
        ).resolves.toEqual([]);
      }
      await expect(
        ask(panel, [
          { namespace: 'pay', pods: ['none"} or {namespace="secret'] },
        ]),
      ).rejects.toThrow('is not an expression');
      await expect(
        ask(panel, [{ namespace: 'pay', pods: ['"', '`', '#', 'pi-.*'] }]),
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

function expectNear(value: number, wanted: number): void {
  expect(Math.abs(value - wanted)).toBeLessThanOrEqual(
    Math.abs(wanted) * 0.01 + 1e-9,
  );
}
