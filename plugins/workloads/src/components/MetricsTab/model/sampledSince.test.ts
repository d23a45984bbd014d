import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { sampledSince } from './sampledSince';

const answer = (
  state: 'sampled' | 'stored',
  ...series: [string, (number | null)[]][]
): MetricsAnswer => ({
  panel: 'cpu',
  unit: 'cores',
  from: '2026-11-01T13:00:00.000Z',
  to: '2026-11-01T13:03:00.000Z',
  step: 60,
  series: series.map(([measure, values]) => ({
    cluster: 'dev-1',
    namespace: 'demo',
    pod: 'a',
    measure,
    values,
  })),
  sources: [{ cluster: 'dev-1', state }],
  warnings: [],
  clusters: [],
});

describe('sampledSince', () => {
  it('is the first value that was measured of any pod', () => {
    expect(
      sampledSince(
        answer(
          'sampled',
          ['usage', [null, null, 1, 1]],
          ['usage', [null, null, null, 1]],
          ['request', [1, 1, 1, 1]],
        ),
      ),
    ).toBe(Date.UTC(2026, 10, 1, 13, 2));
  });

  it('is not told of a store, and of nothing', () => {
    expect(sampledSince(answer('stored', ['usage', [1]]))).toBeUndefined();
    expect(sampledSince(answer('sampled', ['usage', [null]]))).toBeUndefined();
  });
});
