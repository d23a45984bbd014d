import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { podColours, podKeyOf } from '../logs';
import { panelLines } from './model';
import { panelColours } from './panelColours';

const PLACE = { cluster: 'prod-sh', namespace: 'payments-prod' };
const PODS = ['pricing-b4-9bzn5', 'pricing-b4-ltwmk', 'pricing-b4-wxmz5'];
const GONE = ['pricing-a1-2scgm', 'pricing-a1-8lksw', 'pricing-a1-d6tts'];

/** For half an hour; one of those that are there waits for its next start at the end. */
function valuesOf(pod: string): (number | null)[] {
  const minutes = Array.from({ length: 30 }, (_, minute) => minute);
  if (GONE.includes(pod)) {
    return minutes.map(minute => (minute < 15 ? 1 : null));
  }
  const end = pod === PODS[1] ? 25 : 30;
  return minutes.map(minute => (minute >= 15 && minute < end ? 1 : null));
}

function answer(pods: readonly string[]): MetricsAnswer {
  const measures = ['usage', 'request', 'limit'];
  return {
    panel: 'cpu',
    unit: 'cores',
    from: '2026-11-24T13:30:00Z',
    to: '2026-11-24T14:00:00Z',
    step: 60,
    series: pods.flatMap(pod =>
      measures.map(measure => ({
        ...PLACE,
        pod,
        measure,
        values: valuesOf(pod),
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
    const placeOf = panelColours(lines, 60);
    const drawn = lines.filter(({ kind }) => kind === 'pod');
    expect(drawn).toHaveLength(pods.length);
    for (const line of drawn.filter(({ name }) => PODS.includes(name))) {
      const key = podKeyOf({ ...PLACE, pod: line.name });
      expect(placeOf(line)).toBe(inLogs.get(key)?.place);
    }
    expect(new Set(drawn.map(placeOf)).size).toBe(pods.length);
  });
});
