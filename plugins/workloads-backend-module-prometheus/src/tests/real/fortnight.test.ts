import { MetricPanelId } from '@domaindeck/backstage-plugin-workloads-common';
import {
  MetricSource,
  systemClock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { RealPrometheus, startPrometheus } from '@domaindeck/control-plane';
import { createPrometheusMetricSource } from '../../createPrometheusMetricSource';
import { noConnection } from '../../testUtils';
import { expectNear } from './__testUtils__/expectNear';
import { FortnightWorld } from './__testUtils__/FortnightWorld';

/** `npm test` sets it where Prometheus is installed. */
const describeReal =
  process.env.DOMAINDECK_PROMETHEUS === '1' ? describe : describe.skip;

const SCRAPE = 120;
const HOUR = 3_600;
const DAY = 24 * HOUR;

describeReal('a real Prometheus with two weeks of a service', () => {
  const world = FortnightWorld.create(Date.now());
  let prometheus: RealPrometheus;
  let metrics: MetricSource;

  /** By pod; times and step in seconds. */
  const ask = async (
    panel: MetricPanelId,
    measure: string,
    [from, to, step]: readonly [number, number, number],
  ) => {
    const { series } = await metrics.query({
      panel,
      measures: [measure],
      scopes: [{ namespace: 'shop', pods: ['shop-.*'] }],
      from: from * 1000,
      to: to * 1000,
      step: step * 1000,
      signal: new AbortController().signal,
    });
    return new Map(series.map(({ pod, values }) => [pod, values]));
  };
  const before = 'shop-6b9d-aaaaa';
  const after = 'shop-7c4f-bbbbb';

  beforeAll(async () => {
    prometheus = await startPrometheus({ measures: world.text, prefix: 'p' });
    metrics = createPrometheusMetricSource({
      cluster: 'prod-sh',
      config: {
        type: 'prometheus',
        url: prometheus.url,
        scrapeInterval: `${SCRAPE}s`,
      },
      connection: noConnection(),
      clock: systemClock,
    });
  }, 240_000);
  afterAll(() => prometheus?.stop(), 60_000);

  it('tells all of it, each step what was counted in it, whose pod it was', async () => {
    const window = [world.from + DAY, world.to, HOUR] as const;
    const lines = await ask('requests', 'requests', window);
    expect([...lines.keys()].sort()).toEqual([before, after]);
    const span = HOUR + SCRAPE;
    const points = [...lines].flatMap(([pod, values]) =>
      values.map((value, index) => {
        const at = window[0] + index * HOUR;
        return {
          at,
          value,
          isTold: at < world.releasedAt === (pod === before),
        };
      }),
    );
    // While one begins and the other ends a span holds a part of each.
    const clear = points.filter(
      ({ at }) => at < world.releasedAt || at >= world.releasedAt + 2 * HOUR,
    );
    const told = clear.filter(({ isTold }) => isTold);
    expect(told).toHaveLength(13 * 24 - 1);
    told.forEach(({ at, value }) =>
      expectNear(
        value ?? NaN,
        (world.requests(at) - world.requests(at - span)) / span,
      ),
    );
    const silent = clear.filter(({ isTold }) => !isTold);
    expect(silent.map(({ value }) => value)).toEqual(silent.map(() => null));
  });

  it('compares before and after the release, step by step', async () => {
    const side = DAY;
    const ago = [
      world.releasedAt - side,
      world.releasedAt - HOUR,
      HOUR,
    ] as const;
    const since = [
      world.releasedAt + 2 * HOUR,
      world.releasedAt + side + HOUR,
      HOUR,
    ] as const;
    for (const [measure, quick, slow] of [
      ['p50', 0.1, 0.4],
      ['p95', 0.19, 0.58],
      ['p99', 0.198, 0.596],
    ] as const) {
      const old = (await ask('latency', measure, ago)).get(before) ?? [];
      const young = (await ask('latency', measure, since)).get(after) ?? [];
      expect([old.length, young.length]).toEqual([24, 24]);
      old.forEach(value => expectNear(value ?? NaN, quick));
      young.forEach(value => expectNear(value ?? NaN, slow));
    }
    const errors = await ask('errors', 'errors', since);
    errors.get(after)?.forEach(value => expectNear(value ?? NaN, 0.1));
    const fine = await ask('errors', 'errors', ago);
    expect(new Set(fine.get(before))).toEqual(new Set([0]));
  });

  it('compares this week with the last one, index by index', async () => {
    const end = world.to;
    const days = [end - 3 * DAY, end, HOUR] as const;
    const week = days.map((value, index) =>
      index < 2 ? value - 7 * DAY : value,
    ) as [number, number, number];
    const now = (await ask('cpu', 'usage', days)).get(after) ?? [];
    const then = (await ask('cpu', 'usage', week)).get(before) ?? [];
    expect(now).toHaveLength(73);
    expect(then).toHaveLength(73);
    now.forEach((value, index) => expectNear(value ?? NaN, then[index] ?? NaN));
    const memory = (await ask('memory', 'usage', days)).get(after) ?? [];
    memory.forEach((value, index) =>
      expectNear(value ?? NaN, world.memory(days[0] + index * HOUR)),
    );
  });
});
