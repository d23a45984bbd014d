import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { isEmptyAnswer } from './isEmptyAnswer';

const place = { cluster: 'dev-1', namespace: 'demo', pod: 'a' };

function answer(more: Partial<MetricsAnswer>): MetricsAnswer {
  return {
    panel: 'cpu',
    unit: 'cores',
    from: '2026-11-01T00:00:00.000Z',
    to: '2026-11-01T00:00:00.000Z',
    step: 60,
    series: [],
    sources: [],
    warnings: [],
    clusters: [],
    ...more,
  };
}

describe('isEmptyAnswer', () => {
  it('is one without a value of what was measured', () => {
    expect(isEmptyAnswer(answer({}))).toBe(true);
    const nothing = [
      { ...place, measure: 'usage', values: [null, null] },
      { ...place, measure: 'limit', values: [1, 1] },
    ];
    expect(isEmptyAnswer(answer({ series: nothing }))).toBe(true);
    const zero = [{ ...place, measure: 'usage', values: [null, 0] }];
    expect(isEmptyAnswer(answer({ series: zero }))).toBe(false);
  });

  it('is none that is not known, or that a source owes', () => {
    expect(isEmptyAnswer(undefined)).toBe(false);
    expect(
      isEmptyAnswer(
        answer({
          warnings: [{ cluster: 'dev-1', code: 'failing', message: 'slow' }],
        }),
      ),
    ).toBe(false);
  });
});
