import {
  MetricPanelId,
  MetricsAnswer,
  MetricSeries,
} from '@domaindeck/backstage-plugin-workloads-common';
import { compareRows } from './compareRows';

const MIB = 2 ** 20;

function answerOf(
  panel: MetricPanelId,
  series: [string, string, (number | null)[], Partial<MetricSeries>?][],
  step = 3_600,
): MetricsAnswer {
  return {
    panel,
    unit: 'count',
    from: '2026-11-01T00:00:00.000Z',
    to: '2026-11-01T02:00:00.000Z',
    step,
    series: series.map(([pod, measure, values, more]) => ({
      cluster: 'dev-1',
      namespace: 'demo',
      pod,
      container: 'app',
      measure,
      values,
      ...more,
    })),
    sources: [],
    warnings: [],
    clusters: [],
  };
}

const side = {
  kind: 'release',
  at: '2026-11-01T00:00:00.000Z',
  side: 'PT24H',
} as const;

describe('compareRows', () => {
  it('tells both sides, the change and what it means', () => {
    const [p95, p50, ...others] = compareRows(
      [
        {
          panel: 'latency',
          before: answerOf('latency', [
            ['a', 'p95', [0.1, 0.1, 0.1]],
            ['b', 'p95', [0.05, 0.13, null]],
            ['a', 'p50', [0.04, 0.04, 0.04]],
          ]),
          after: answerOf('latency', [
            ['c', 'p95', [0.2, 0.1, 0.195]],
            ['c', 'p50', [0.04, 0.04, 0.04]],
          ]),
        },
      ],
      side,
    );
    expect(others).toEqual([]);
    // The worst pod at each moment: 0.1, 0.13, 0.1.
    expect(p95.before).toBeCloseTo(0.11);
    expect(p95.after).toBeCloseTo(0.165);
    expect(p95.change).toBeCloseTo(0.5);
    expect(p95.verdict).toBe('worse');
    expect(p50.verdict).toBe('usual');
  });

  it('knows from the days before what is usual', () => {
    const day = (value: number) => new Array<number>(24).fill(value);
    const [row] = compareRows(
      [
        {
          panel: 'requests',
          before: answerOf('requests', [['a', 'requests', [100]]]),
          after: answerOf('requests', [['a', 'requests', [125]]]),
          usual: answerOf('requests', [
            ['a', 'requests', [100, 130, 100, 130, 100].flatMap(day)],
          ]),
        },
      ],
      side,
    );
    expect(row.swing?.high).toBeCloseTo(0.3);
    expect(row).toMatchObject({ verdict: 'usual', change: 0.25 });
  });

  it('adds up containers, takes the mean of pods for CPU and the fullest for memory', () => {
    const cpu = answerOf('cpu', [
      ['a', 'usage', [1]],
      ['a', 'usage', [1], { container: 'proxy' }],
      ['b', 'usage', [4]],
      ['a', 'limit', [9]],
    ]);
    const memory = answerOf('memory', [
      ['a', 'usage', [500 * MIB, 760 * MIB]],
      ['b', 'usage', [400 * MIB, 400 * MIB]],
      ['a', 'limit', [768 * MIB, 768 * MIB]],
      ['b', 'limit', [768 * MIB, 768 * MIB]],
    ]);
    const rows = compareRows(
      [
        { panel: 'cpu', before: cpu, after: cpu },
        { panel: 'memory', before: memory, after: memory },
      ],
      side,
    );
    expect(rows[0]).toMatchObject({ before: 3, after: 3, verdict: 'usual' });
    expect(rows[1]).toMatchObject({ after: 760 * MIB, verdict: 'atLimit' });
  });

  it('never adds up what two have counted', () => {
    const requests = answerOf('requests', [
      ['a', 'requests', [5], { origin: 'OpenTelemetry' }],
      ['a', 'requests', [6], { origin: 'ingress-nginx' }],
    ]);
    expect(
      compareRows(
        [{ panel: 'requests', before: requests, after: requests }],
        side,
      )[0].after,
    ).toBe(5);
  });

  it('counts restarts, and says what is new', () => {
    const [restarts, oom] = compareRows(
      [
        {
          panel: 'restarts',
          before: answerOf('restarts', [['a', 'restarts', [4, 5, 5]]]),
          after: answerOf('restarts', [
            ['a', 'restarts', [5, 6, 7]],
            ['a', 'oom', [0, 0, 1]],
          ]),
        },
      ],
      side,
    );
    expect(restarts).toMatchObject({ before: 1, after: 2, verdict: 'worse' });
    expect(oom).toMatchObject({ before: 0, after: 1, verdict: 'new' });
    expect(oom.change).toBeUndefined();
  });

  it('lays a pod over another of the same answer', () => {
    const cpu = answerOf('cpu', [
      ['a', 'usage', [1, 1]],
      ['b', 'usage', [2, 2]],
    ]);
    const panels = [{ panel: 'cpu', before: cpu, after: cpu }] as const;
    expect(compareRows(panels, { kind: 'pods', a: 'a', b: 'b' })).toMatchObject(
      [{ before: 1, after: 2, change: 1, verdict: 'more' }],
    );
    expect(compareRows(panels, { kind: 'pods' })).toEqual([]);
  });

  it('has no line for what was not measured or not answered', () => {
    const nothing = answerOf('cpu', [['a', 'usage', [null, null]]]);
    expect(
      compareRows(
        [
          { panel: 'cpu', before: nothing, after: nothing },
          { panel: 'memory', error: new Error('no') },
          {
            panel: 'restarts',
            before: answerOf('restarts', []),
            after: answerOf('restarts', []),
          },
        ],
        side,
      ),
    ).toEqual([]);
    const [row] = compareRows(
      [
        {
          panel: 'cpu',
          before: nothing,
          after: answerOf('cpu', [['a', 'usage', [1, 1]]]),
        },
      ],
      side,
    );
    expect(row).toMatchObject({ before: undefined, verdict: 'unknown' });
  });
});
