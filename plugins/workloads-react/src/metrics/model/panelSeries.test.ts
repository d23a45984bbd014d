import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { panelSeries } from './panelSeries';

function answerOf(
  panel: MetricsAnswer['panel'],
  measure: string,
  values: (number | null)[],
): MetricsAnswer {
  return {
    panel,
    unit: 'count',
    from: '2026-11-01T00:00:00.000Z',
    to: '2026-11-01T00:02:00.000Z',
    step: 60,
    series: [
      { cluster: 'dev-1', namespace: 'demo', pod: 'a', measure, values },
    ],
    sources: [],
    warnings: [],
    clusters: [],
  };
}

const stateOf = (...given: Parameters<typeof answerOf>) =>
  panelSeries(answerOf(...given), 'few', false).state;

describe('panelSeries', () => {
  it.each([
    ['cpu', 'usage', [0, 0], 'curves'],
    ['cpu', 'usage', [null, null], 'nothing'],
    ['cpu', 'request', [1, 1], 'nothing'],
    ['throttling', 'throttled', [0, null], 'quiet'],
    ['throttling', 'throttled', [0, 0.1], 'curves'],
    ['throttling', 'throttled', [null], 'nothing'],
    ['restarts', 'restarts', [3, 3], 'quiet'],
    ['restarts', 'restarts', [3, 4], 'curves'],
    ['restarts', 'restarts', [null, null], 'nothing'],
  ] as const)(
    'makes of %s with %s of %j: %s',
    (panel, measure, values, state) => {
      expect(stateOf(panel, measure, [...values])).toBe(state);
    },
  );

  it('draws restarts as bars, replicas as steps, the rest as lines', () => {
    const formOf = (panel: MetricsAnswer['panel'], measure: string) =>
      panelSeries(answerOf(panel, measure, [0, 1]), 'few', false).form;
    expect(formOf('restarts', 'restarts')).toBe('bars');
    expect(formOf('replicas', 'ready')).toBe('steps');
    expect(formOf('memory', 'usage')).toBe('lines');
  });

  it('tells shares in their own unit', () => {
    const answer = answerOf('cpu', 'usage', [1, 2]);
    const withRequest = {
      ...answer,
      series: [
        ...answer.series,
        { ...answer.series[0], measure: 'request', values: [4, 4] },
      ],
    };
    expect(panelSeries(withRequest, 'few', true)).toMatchObject({
      unit: 'ratio',
      lines: [{ values: [0.25, 0.5] }, { values: [1, 1] }],
    });
  });
});
