import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { fullIn } from './fullIn';

const DAY = 86_400;

function answerOf(
  ...series: [string, string, (number | null)[]][]
): MetricsAnswer {
  return {
    panel: 'volumes',
    unit: 'ratio',
    from: '2026-11-01T00:00:00.000Z',
    to: '2026-11-01T00:02:00.000Z',
    step: 60,
    series: series.map(([subject, measure, values]) => ({
      cluster: 'dev-1',
      namespace: 'demo',
      pod: 'db-0',
      subject,
      measure,
      values,
    })),
    sources: [],
    warnings: [],
    clusters: [],
  };
}

describe('fullIn', () => {
  it('tells the soonest first, by the last value', () => {
    expect(
      fullIn(
        answerOf(
          ['data', 'full', [9 * DAY, 8 * DAY, null]],
          ['wal', 'full', [2 * DAY, 3 * DAY]],
          ['data', 'used', [0.8, 0.9]],
        ),
      ),
    ).toEqual([
      { subject: 'wal', seconds: 3 * DAY },
      { subject: 'data', seconds: 8 * DAY },
    ]);
  });

  it('says nothing of what does not fill, and nothing of next year', () => {
    expect(
      fullIn(
        answerOf(
          ['data', 'full', [null]],
          ['shrinking', 'full', [-DAY]],
          ['slow', 'full', [400 * DAY]],
        ),
      ),
    ).toEqual([]);
  });
});
