import {
  Container,
  MetricSeries,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { restartMarks } from './restartMarks';

const FROM = Date.parse('2026-11-24T10:00:00Z');
const WINDOW = { from: FROM, to: FROM + 600_000, step: 60_000 };
const at = (seconds: number) => new Date(FROM + seconds * 1000).toISOString();

function pricing(lastEnd?: Container['lastEnd']): Workload {
  return {
    id: 'prod-sh/pay/Deployment/pricing',
    cluster: 'prod-sh',
    namespace: 'pay',
    kind: 'Deployment',
    name: 'pricing',
    uid: 'u',
    images: [],
    version: '1',
    replicas: { desired: 1, ready: 1, updated: 1, available: 1 },
    health: 'healthy',
    problems: [],
    restarts: 0,
    createdAt: at(-9_000),
    pods: [
      {
        name: 'pricing-1',
        uid: 'p',
        phase: 'Running',
        ready: true,
        restarts: 0,
        containers: [
          {
            name: 'app',
            role: 'main',
            state: 'running',
            ready: true,
            restarts: 0,
            ...(lastEnd && { lastEnd }),
          },
        ],
      },
    ],
  };
}

const series = (
  measure: string,
  values: (number | null)[],
  pod = 'pricing-1',
): MetricSeries => ({
  cluster: 'prod-sh',
  namespace: 'pay',
  pod,
  container: 'app',
  measure,
  values,
});

function marks(lines: MetricSeries[], lastEnd?: Container['lastEnd']) {
  const workload = pricing(lastEnd);
  return restartMarks(lines, [workload], WINDOW, pod =>
    pod.startsWith('pricing-') ? workload : undefined,
  )
    .map(({ type, at: time, count, within, text }) => ({
      type,
      at: time,
      count,
      within,
      text,
    }))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

describe('restartMarks', () => {
  it('tells each rise of the count, over gaps too, and what the end was for', () => {
    expect(
      marks([
        series('restarts', [4, 4, 5, null, null, 7, 7]),
        series('oom', [0, 0, 0, null, null, 1, 1]),
      ]),
    ).toEqual([
      {
        type: 'restart',
        at: at(120),
        count: 1,
        within: 60,
        text: 'pricing-1: app started again',
      },
      {
        type: 'out-of-memory',
        at: at(300),
        count: 2,
        within: 180,
        text: 'pricing-1: app ran out of memory 2 times',
      },
    ]);
  });

  it('takes a count that falls for that of another pod of the name', () => {
    expect(marks([series('restarts', [7, 0, 0, 1])])).toMatchObject([
      { at: at(180), count: 1 },
    ]);
    expect(marks([series('restarts', [7, 2])])).toMatchObject([
      { at: at(60), count: 2 },
    ]);
    expect(marks([series('restarts', [null, 7, 7])])).toEqual([]);
  });

  it('tells the last end as the cluster knows it, once', () => {
    const lines = [
      series('restarts', [0, 1, 1, 3, 3]),
      series('oom', [0, 1, 1, 1, 1]),
    ];
    const end = { at: at(170), reason: 'OOMKilled', exitCode: 137 };
    expect(marks(lines, end)).toMatchObject([
      { type: 'out-of-memory', at: at(60), count: 1, within: 60 },
      { type: 'out-of-memory', at: at(170), count: 1, within: 0 },
      { type: 'out-of-memory', at: at(180), count: 1, within: 60 },
    ]);
    // The next start waited, so that the count rose minutes after the end.
    const late = { at: at(20), reason: 'Error', exitCode: 1 };
    expect(marks([series('restarts', [0, 0, 0, 0, 0, 1])], late)).toEqual([
      {
        type: 'restart',
        at: at(20),
        count: 1,
        within: 0,
        text: 'pricing-1: app started again after exit code 1',
      },
    ]);
  });

  it('tells an end that no store has counted yet, if it lies in the range', () => {
    const end = { at: at(590), reason: 'OOMKilled' };
    expect(marks([], end)).toMatchObject([{ at: at(590), within: 0 }]);
    expect(marks([], { ...end, at: at(700) })).toEqual([]);
    expect(marks([], { reason: 'OOMKilled' })).toEqual([]);
  });

  it('tells nothing of pods of others', () => {
    expect(marks([series('restarts', [0, 1], 'web-1')])).toEqual([]);
  });
});
