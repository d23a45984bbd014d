import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { podColours, podKeyOf } from '../logs';
import { panelLines } from './model';
import { panelColours } from './panelColours';

const PLACE = { cluster: 'prod-sh', namespace: 'payments-prod' };
const PODS = ['pricing-b4-9bzn5', 'pricing-b4-ltwmk', 'pricing-b4-wxmz5'];
const GONE = ['pricing-a1-2scgm', 'pricing-a1-8lksw', 'pricing-a1-d6tts'];

function answer(pods: readonly string[]): MetricsAnswer {
  const measures = ['usage', 'request', 'limit'];
  return {
    panel: 'cpu',
    unit: 'cores',
    from: '2026-11-24T13:00:00Z',
    to: '2026-11-24T14:00:00Z',
    step: 900,
    series: pods.flatMap(pod =>
      measures.map(measure => ({
        ...PLACE,
        pod,
        measure,
        values: GONE.includes(pod)
          ? [1, 1, null, null, null]
          : [null, 1, 1, 1, 1],
      })),
    ),
    sources: [],
    warnings: [],
    clusters: [],
  };
}

describe('panelColours', () => {
  it.each([
    ['alone', PODS],
    ['beside those of the release before', [...GONE, ...PODS]],
  ])('gives pods the colours that they have in logs, %s', (_, pods) => {
    const inLogs = podColours(PODS.map(pod => podKeyOf({ ...PLACE, pod })));
    const lines = panelLines(answer(pods), 'each');
    const placeOf = panelColours(lines);
    const drawn = lines.filter(({ kind }) => kind === 'pod');
    expect(drawn).toHaveLength(pods.length);
    for (const line of drawn.filter(({ name }) => PODS.includes(name))) {
      const key = podKeyOf({ ...PLACE, pod: line.name });
      expect(placeOf(line)).toBe(inLogs.get(key)?.place);
    }
    expect(new Set(drawn.map(placeOf)).size).toBe(pods.length);
  });
});
