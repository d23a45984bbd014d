import {
  LogPod,
  MetricMark,
  MetricsAnswer,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Crash } from './logChoice';
import { ContainerRun, runsOf } from './runsOf';

/** A run with its place in time, in milliseconds since 1970. */
export interface TimedRun extends ContainerRun {
  readonly from: number;
  readonly to: number;
}

/** The runs of a container over time, with its memory under them. */
export interface RunTimeline {
  readonly from: number;
  readonly to: number;
  /** Oldest first. */
  readonly runs: readonly TimedRun[];
  /** Runs before those whose times are known. */
  readonly earlier: number;
  /** Memory in use, in bytes: a list for each stretch without a gap. */
  readonly memory: readonly (readonly MemoryPoint[])[];
  /** What the container may use, in bytes. */
  readonly limit?: number;
}

interface MemoryPoint {
  readonly at: number;
  readonly bytes: number;
}

const MINUTE = 60_000;
/** Milliseconds before now that are looked at: at the least and at the most. */
const SHORTEST = 20 * MINUTE;
const LONGEST = 360 * MINUTE;
/** A crash loop has some runs in so many times the length of the last one. */
const RUNS = 6;
/** Part of the time before the first run that is shown with it. */
const MARGIN = 0.04;

/** The part of time in which the runs of a container are looked for. */
export function timeOfRuns(
  { container }: Crash,
  now: number,
): { from: number; to: number } {
  const began = Date.parse(container.lastEnd?.startedAt ?? '');
  const wanted = Number.isNaN(began) ? SHORTEST : RUNS * (now - began);
  return { from: now - Math.min(LONGEST, Math.max(SHORTEST, wanted)), to: now };
}

/**
 * Puts the runs of a container and its memory on one axis of time.
 * @returns undefined where no memory was measured
 */
export function runTimelineOf(
  { pod, container }: Crash,
  answer: MetricsAnswer,
  marks: readonly MetricMark[],
  now: number,
): RunTimeline | undefined {
  const seriesOf = (measure: string) =>
    answer.series.find(
      one =>
        one.measure === measure &&
        one.cluster === pod.cluster &&
        one.namespace === pod.namespace &&
        one.pod === pod.name &&
        (one.container ?? container.name) === container.name,
    );
  const start = Date.parse(answer.from);
  const points = (seriesOf('usage')?.values ?? []).map((bytes, index) => ({
    at: start + index * answer.step * 1000,
    bytes,
  }));
  const measured = points.flatMap(({ at, bytes }) =>
    bytes === null ? [] : [{ at, bytes }],
  );
  if (measured.length === 0) {
    return undefined;
  }
  const all = runsOf(container);
  const runs = timed(all, endsOf(pod, container.name, marks), measured, {
    from: start,
    now,
  });
  const first = Math.min(...runs.map(run => run.from));
  const from = Math.max(start, first - MARGIN * (now - first));
  return {
    from,
    to: now,
    runs,
    earlier: all.length - runs.length,
    memory: stretchesOf(points).map(stretch =>
      stretch.filter(({ at }) => at >= from),
    ),
    limit: seriesOf('limit')?.values.findLast(isNumber),
  };
}

/** When runs of a container ended, the latest first. */
function endsOf(
  pod: LogPod,
  container: string,
  marks: readonly MetricMark[],
): number[] {
  return marks
    .flatMap(mark =>
      (mark.type === 'restart' || mark.type === 'out-of-memory') &&
      mark.cluster === pod.cluster &&
      mark.namespace === pod.namespace &&
      mark.pod === pod.name &&
      mark.container === container &&
      mark.count === 1
        ? [Date.parse(mark.at)]
        : [],
    )
    .sort((a, b) => b - a);
}

function timed(
  runs: readonly ContainerRun[],
  ends: readonly number[],
  measured: readonly MemoryPoint[],
  time: { readonly from: number; readonly now: number },
): TimedRun[] {
  const last = runs.find(({ kind }) => kind === 'ended');
  const lastBegan = Date.parse(last?.startedAt ?? '');
  const past = ends.filter(end => end < lastBegan && end > time.from);
  const found: TimedRun[] = [];
  for (const run of [...runs].reverse()) {
    if (run.kind !== 'past') {
      const from = Date.parse(run.startedAt ?? '');
      const to = run.endedAt ? Date.parse(run.endedAt) : time.now;
      if (from < to && to > time.from) {
        found.unshift({ ...run, from: Math.max(from, time.from), to });
      }
    } else if (past.length > 0) {
      const [to] = past.splice(0, 1);
      const before = past.at(0) ?? time.from;
      // Nobody tells when it began: it has used memory since then.
      const first = measured.find(({ at }) => at > before && at < to);
      found.unshift({ ...run, from: first?.at ?? before, to });
    }
  }
  return found;
}

function stretchesOf(
  points: readonly { readonly at: number; readonly bytes: number | null }[],
): MemoryPoint[][] {
  const stretches: MemoryPoint[][] = [];
  let isOpen = false;
  for (const { at, bytes } of points) {
    if (bytes === null) {
      isOpen = false;
    } else {
      if (!isOpen) {
        stretches.push([]);
      }
      isOpen = true;
      stretches[stretches.length - 1].push({ at, bytes });
    }
  }
  return stretches;
}

function isNumber(value: number | null): value is number {
  return value !== null;
}
