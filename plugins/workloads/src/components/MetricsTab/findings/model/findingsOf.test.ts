import {
  MetricMark,
  MetricPanelId,
  MetricsAnswer,
  MetricSeries,
} from '@domaindeck/backstage-plugin-workloads-common';
import { findingsOf } from './findingsOf';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MIB = 2 ** 20;
const NOW = Date.UTC(2026, 10, 23, 14);
const STEP_S = 600;
const NAMES = ['orders', 'orders-db'];

/** Six days of values in steps of ten minutes, that end now. */
function answerOf(
  panel: MetricPanelId,
  ...series: [
    string,
    string,
    (at: number) => number | null,
    Partial<MetricSeries>?,
  ][]
): MetricsAnswer {
  const from = NOW - 6 * DAY;
  return {
    panel,
    unit: 'count',
    from: new Date(from).toISOString(),
    to: new Date(NOW).toISOString(),
    step: STEP_S,
    series: series.map(([pod, measure, value, more]) => ({
      cluster: 'prod-sh',
      namespace: 'pay',
      pod,
      measure,
      values: Array.from({ length: (6 * DAY) / (STEP_S * 1000) + 1 }, (_, i) =>
        value(from + i * STEP_S * 1000),
      ),
      ...more,
    })),
    sources: [],
    warnings: [],
    clusters: [],
  };
}

const base = {
  environment: 'prod-sh/pay',
  cluster: 'prod-sh',
  namespace: 'pay',
  workload: 'prod-sh/pay/Deployment/orders',
  object: { kind: 'Deployment', name: 'orders' },
  text: '',
};
const release = (ago: number, to = '7.6.3'): MetricMark => ({
  ...base,
  id: to,
  type: 'release',
  at: new Date(NOW - ago).toISOString(),
  to,
});
const end = (type: 'restart' | 'out-of-memory', count = 1): MetricMark => ({
  ...base,
  id: `${type}${count}`,
  type,
  at: new Date(NOW - HOUR).toISOString(),
  pod: 'orders-a',
  container: 'app',
  count,
  within: 0,
});
/** Twice as slow by day as by night. */
const daily = (at: number) => (at % DAY < 12 * HOUR ? 0.2 : 0.1);
const since =
  (ago: number, factor: number, value = daily) =>
  (at: number) =>
    value(at) * (at >= NOW - ago ? factor : 1);

describe('findingsOf, around a release', () => {
  it('sees what became slower, and that there are as many requests', () => {
    expect(
      findingsOf(
        {
          latency: answerOf('latency', [
            'orders-a',
            'p95',
            since(2 * DAY, 1.5),
          ]),
          requests: answerOf('requests', ['orders-a', 'requests', daily]),
        },
        [release(2 * DAY)],
        NOW,
        NAMES,
      ),
    ).toMatchObject({
      release: { to: '7.6.3' },
      requestsUsual: true,
      findings: [
        { kind: 'slower', measure: 'p95', change: expect.closeTo(0.5) },
      ],
    });
  });

  it('takes the rise of a day for what it is', () => {
    // Released as the day begins, and as slow as on each morning.
    const morning = NOW - (NOW % DAY);
    expect(
      findingsOf(
        { latency: answerOf('latency', ['orders-a', 'p95', daily]) },
        [release(NOW - morning)],
        NOW,
        NAMES,
      ).findings,
    ).toEqual([]);
  });

  it('blames no release for what is another workload’s or environment’s', () => {
    const worse = since(2 * DAY, 3);
    const findings = (pod: string, more: Partial<MetricSeries> = {}) =>
      findingsOf(
        { latency: answerOf('latency', [pod, 'p95', worse, more]) },
        [release(2 * DAY)],
        NOW,
        NAMES,
      ).findings.length;
    expect(findings('orders-a')).toBe(1);
    expect(findings('orders-db-0')).toBe(0);
    expect(findings('orders-a', { cluster: 'dev-1' })).toBe(0);
    expect(findings('orders-a', { namespace: 'other' })).toBe(0);
  });

  it('blames the newest release after which it is worse, and no longer than it ran', () => {
    const slow = (at: number) =>
      at >= NOW - 3 * DAY && at < NOW - DAY ? 0.3 : 0.1;
    const { release: found } = findingsOf(
      { latency: answerOf('latency', ['orders-a', 'p95', slow]) },
      [release(5 * DAY, '1'), release(3 * DAY, '2'), release(DAY, '3')],
      NOW,
      NAMES,
    );
    expect(found?.to).toBe('2');
  });

  it('counts errors that are worth a word', () => {
    const errors = (after: number) =>
      findingsOf(
        {
          errors: answerOf('errors', [
            'orders-a',
            'errors',
            at => (at >= NOW - 2 * DAY ? after : 0),
          ]),
        },
        [release(2 * DAY)],
        NOW,
        NAMES,
      ).findings;
    expect(errors(0.03)).toEqual([{ kind: 'failing', change: undefined }]);
    expect(errors(0.0002)).toEqual([]);
  });

  it('says nothing of a release of which too little is known', () => {
    expect(
      findingsOf(
        {
          latency: answerOf('latency', ['orders-a', 'p95', since(HOUR / 2, 9)]),
        },
        [release(HOUR / 2)],
        NOW,
        NAMES,
      ).findings,
    ).toEqual([]);
  });
});

describe('findingsOf, whatever was released', () => {
  const found = (
    answers: Parameters<typeof findingsOf>[0],
    marks: MetricMark[] = [],
  ) => findingsOf(answers, marks, NOW, NAMES).findings;

  it('tells each kill, and restarts from the third on', () => {
    expect(found({}, [end('out-of-memory')])).toEqual([
      { kind: 'killed', count: 1 },
    ]);
    expect(found({}, [end('restart', 2)])).toEqual([]);
    expect(found({}, [end('restart', 2), end('restart')])).toEqual([
      { kind: 'restarted', count: 3 },
    ]);
  });

  it('tells the pod that is nearest to its limit, its containers together', () => {
    const memory = (used: number) =>
      answerOf(
        'memory',
        ['orders-a', 'usage', () => used * MIB, { container: 'app' }],
        ['orders-a', 'usage', () => 100 * MIB, { container: 'proxy' }],
        ['orders-a', 'limit', () => 500 * MIB, { container: 'app' }],
        ['orders-a', 'limit', () => 500 * MIB, { container: 'proxy' }],
        ['orders-b', 'usage', () => 90 * MIB],
      );
    expect(found({ memory: memory(840) })).toEqual([
      { kind: 'full', cluster: 'prod-sh', pod: 'orders-a', share: 0.94 },
    ]);
    expect(found({ memory: memory(700) })).toEqual([]);
  });

  it('tells throttling by the mean, volumes by their days, quotas by their share', () => {
    expect(
      found({
        throttling: answerOf('throttling', [
          'orders-a',
          'throttled',
          at => (at % (2 * HOUR) < HOUR ? 0.3 : 0),
        ]),
      }),
    ).toMatchObject([
      { kind: 'throttled', pod: 'orders-a', share: expect.closeTo(0.15, 2) },
    ]);
    const volume = (days: number) =>
      answerOf('volumes', [
        'orders-db-0',
        'full',
        () => (days * DAY) / 1000,
        { subject: 'data', unit: 'seconds' },
      ]);
    expect(found({ volumes: volume(3) })).toEqual([
      { kind: 'filling', subject: 'data', seconds: (3 * DAY) / 1000 },
    ]);
    expect(found({ volumes: volume(30) })).toEqual([]);
    const quota = answerOf('quota', [
      '',
      'used',
      () => 0.95,
      { pod: undefined, subject: 'requests.cpu' },
    ]);
    expect(found({ quota })).toEqual([
      { kind: 'quota', subject: 'requests.cpu', share: 0.95 },
    ]);
  });

  it('finds nothing in nothing', () => {
    expect(found({})).toEqual([]);
  });
});
