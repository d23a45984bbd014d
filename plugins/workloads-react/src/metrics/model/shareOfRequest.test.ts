import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { panelLines } from './panelLines';
import { hasRequest, shareOfRequest, usedOfRequest } from './shareOfRequest';

function answerOf(
  ...series: [string, string, string, (number | null)[]][]
): MetricsAnswer {
  return {
    panel: 'cpu',
    unit: 'cores',
    from: '2026-11-01T00:00:00.000Z',
    to: '2026-11-01T00:01:00.000Z',
    step: 60,
    series: series.map(([pod, container, measure, values]) => ({
      cluster: 'dev-1',
      namespace: 'demo',
      pod,
      container,
      measure,
      values,
    })),
    sources: [],
    warnings: [],
    clusters: [],
  };
}

const answer = answerOf(
  ['a', 'app', 'usage', [1, null]],
  ['a', 'proxy', 'usage', [0.5, 0.5]],
  ['a', 'app', 'request', [2, 2]],
  ['a', 'proxy', 'request', [1, 0]],
  ['a', 'app', 'limit', [6, 6]],
  ['b', 'app', 'usage', [3, 3]],
);

describe('shareOfRequest', () => {
  it('divides what a pod uses by what all of its containers ask for', () => {
    const shares = shareOfRequest(answer);
    expect(shares.unit).toBe('ratio');
    expect(
      panelLines(shares).map(({ kind, values }) => [kind, values]),
    ).toEqual([
      ['pod', [0.5, 0.25]],
      ['request', [1, 1]],
      ['limit', [2, 3]],
    ]);
  });

  it('is nothing where nothing is asked for', () => {
    const without = answerOf(['b', 'app', 'usage', [3, 3]]);
    expect(hasRequest(without)).toBe(false);
    expect(hasRequest(answer)).toBe(true);
    expect(shareOfRequest(without).series).toEqual([]);
  });
});

describe('usedOfRequest', () => {
  it('tells of all pods that ask for something', () => {
    expect(
      usedOfRequest(
        answerOf(
          ['a', 'app', 'usage', [1, null]],
          ['a', 'app', 'request', [2, 2]],
          ['b', 'app', 'usage', [3, 3]],
          ['c', 'app', 'usage', [1, 1]],
          ['c', 'app', 'request', [2, 0]],
        ),
      ),
    ).toEqual([0.5, 0.5]);
    expect(usedOfRequest(answerOf())).toEqual([]);
  });
});
