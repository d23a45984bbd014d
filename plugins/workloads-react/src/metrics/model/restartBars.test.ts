import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { restartBars } from './restartBars';

function answerOf(
  ...series: [string, string, (number | null)[]][]
): MetricsAnswer {
  return {
    panel: 'restarts',
    unit: 'count',
    from: '2026-11-01T00:00:00.000Z',
    to: '2026-11-01T00:02:00.000Z',
    step: 60,
    series: series.map(([pod, measure, values]) => ({
      cluster: 'dev-1',
      namespace: 'demo',
      pod,
      container: 'app',
      measure,
      values,
    })),
    sources: [],
    warnings: [],
    clusters: [],
  };
}

describe('restartBars', () => {
  it('counts what was added, not what was there, and over gaps', () => {
    expect(
      restartBars(
        answerOf(
          ['a', 'restarts', [4, 4, 5, null, 7, 7]],
          ['b', 'restarts', [0, 1, 1, 1, 1, 2]],
        ),
      ),
    ).toMatchObject({ step: 60, restarts: [0, 1, 1, 0, 2, 1] });
  });

  it('knows a counter that began anew', () => {
    expect(
      restartBars(answerOf(['db-0', 'restarts', [3, 3, 1, 0]])).restarts,
    ).toEqual([0, 0, 1, 0]);
  });

  it('tells those that were out of memory apart, by their own container', () => {
    expect(
      restartBars(
        answerOf(
          ['a', 'restarts', [0, 1, 2]],
          ['a', 'oom', [0, 0, 1]],
          ['b', 'restarts', [0, 1, 1]],
          ['b', 'oom', [1, 0, 1]],
        ),
      ),
    ).toMatchObject({ restarts: [0, 2, 1], oom: [0, 0, 1] });
  });

  it('joins steps where there are more than can be seen', () => {
    const values = Array.from({ length: 97 }, (_, index) => index);
    const { step, restarts } = restartBars(answerOf(['a', 'restarts', values]));
    // Five minutes, which a person reads without counting.
    expect(step).toBe(300);
    expect(restarts).toHaveLength(20);
    expect(restarts[0]).toBe(4);
    expect(restarts.reduce((sum, one) => sum + one)).toBe(96);
  });

  it('is empty where there is no counter', () => {
    expect(restartBars(answerOf()).restarts).toEqual([]);
  });
});
