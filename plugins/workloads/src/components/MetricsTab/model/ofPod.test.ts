import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { ofPod, podsOf } from './ofPod';

const place = { cluster: 'dev-1', namespace: 'demo' };
const answer: MetricsAnswer = {
  panel: 'replicas',
  unit: 'count',
  from: '2026-11-01T00:00:00.000Z',
  to: '2026-11-01T00:00:00.000Z',
  step: 60,
  series: [
    { ...place, pod: 'b', measure: 'ready', values: [1] },
    { ...place, pod: 'a', measure: 'ready', values: [1] },
    { ...place, pod: 'gone', measure: 'ready', values: [null] },
    { ...place, workload: 'orders', measure: 'desired', values: [2] },
  ],
  sources: [],
  warnings: [],
  clusters: [],
};

describe('what is told of one pod', () => {
  it('is its own alone, unless nothing is told of pods', () => {
    expect(ofPod(answer, 'a').series).toEqual([answer.series[1]]);
    expect(ofPod(answer, undefined)).toBe(answer);
    const quota = { ...answer, series: [answer.series[3]] };
    expect(ofPod(quota, 'a')).toBe(quota);
  });

  it('can be asked for of those of which something was measured', () => {
    expect(podsOf([undefined, answer])).toEqual([
      { name: 'a', cluster: 'dev-1' },
      { name: 'b', cluster: 'dev-1' },
    ]);
  });
});
