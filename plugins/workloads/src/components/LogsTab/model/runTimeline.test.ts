import {
  MetricMark,
  MetricsAnswer,
} from '@domaindeck/backstage-plugin-workloads-common';
import { aLogPod } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { runTimelineOf, timeOfRuns } from './runTimeline';

const NOW = Date.parse('2026-11-24T14:09:00Z');
const START = Date.parse('2026-11-24T13:45:00Z');
const STEP = 60;
const iso = (at: number) => new Date(at).toISOString();
const minute = (count: number) => START + count * 60_000;

const pod = aLogPod('prod-sh', 'pricing', '2kq8v', {
  containers: [
    {
      name: 'pricing',
      role: 'main',
      state: 'waiting',
      restarts: 3,
      previous: true,
      lastEnd: {
        exitCode: 137,
        startedAt: iso(minute(17)),
        at: iso(minute(21)),
      },
    },
  ],
});
const crash = { pod, container: pod.containers[0] };

function mark(at: number, parts: object = {}): MetricMark {
  return {
    type: 'out-of-memory',
    id: String(at),
    at: iso(at),
    environment: pod.environment,
    cluster: pod.cluster,
    namespace: pod.namespace,
    workload: pod.workload,
    object: { kind: 'Pod', name: pod.name },
    text: 'killed',
    pod: pod.name,
    container: 'pricing',
    count: 1,
    within: 0,
    ...parts,
  };
}

/** @param gaps - minutes without a value */
function memory(gaps: readonly number[]): MetricsAnswer {
  const place = {
    cluster: pod.cluster,
    namespace: pod.namespace,
    pod: pod.name,
    container: 'pricing',
  };
  return {
    panel: 'memory',
    unit: 'bytes',
    from: iso(START),
    to: iso(NOW),
    step: STEP,
    series: [
      {
        ...place,
        measure: 'usage',
        values: Array.from({ length: 25 }, (_, index) =>
          gaps.includes(index) ? null : 400 + index,
        ),
      },
      { ...place, measure: 'limit', values: [512, 512, null] },
    ],
    sources: [],
    warnings: [],
    clusters: [],
  };
}

describe('runTimelineOf', () => {
  it('numbers runs from the last one back, and lets each begin with its memory', () => {
    const timeline = runTimelineOf(
      crash,
      memory([6, 7, 14, 15, 16, 22, 23, 24]),
      [
        mark(minute(5.5)),
        mark(minute(13.5)),
        mark(minute(21)),
        mark(minute(10), { pod: 'another' }),
        mark(minute(11), { count: 3 }),
      ],
      NOW,
    );
    expect(
      timeline?.runs.map(({ number, kind, from, to }) => [
        `${number} ${kind}`,
        (from - START) / 60_000,
        (to - START) / 60_000,
      ]),
    ).toEqual([
      ['2 past', 1, 5.5],
      ['3 past', 8, 13.5],
      ['4 ended', 17, 21],
    ]);
    expect(timeline).toMatchObject({ limit: 512, earlier: 1, to: NOW });
    expect(timeline?.memory).toHaveLength(3);
  });

  it('has the last run alone where nothing tells of others, and is not there without memory', () => {
    const timeline = runTimelineOf(crash, memory([]), [], NOW);
    expect(timeline?.runs.map(({ number }) => number)).toEqual([4]);
    const none = Array.from({ length: 25 }, (_, index) => index);
    expect(runTimelineOf(crash, memory(none), [], NOW)).toBeUndefined();
  });

  it('looks back six times as far as the last run, within bounds', () => {
    const { from, to } = timeOfRuns(crash, NOW);
    expect(to - from).toBe(6 * (NOW - minute(17)));
    const short = { pod, container: { ...crash.container, lastEnd: {} } };
    expect(timeOfRuns(short, NOW).from).toBe(NOW - 20 * 60_000);
  });
});
