import {
  detectLogLevel,
  LogLevel,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  LogHistoryCount,
  LogHistoryQuery,
} from '@domaindeck/backstage-plugin-workloads-node';
import { LokiClient } from '../http/LokiClient';
import { scannedOf } from '../http/responses';
import { printCount } from '../logql/print';
import { levelOfLabels, LEVEL_LABELS } from './levelOfLabels';
import { LineReader } from './LineReader';
import { addUp } from './addUp';
import { nanosOf } from './nanoTime';

const NANOS_PER_MS = 1_000_000n;

/** What one query of a question gave. */
export interface Counted {
  readonly counts: readonly LogHistoryCount[];
  readonly scanned?: number;
}

/**
 * Counts the lines of each step. Few are read and told apart as every line is; many are counted by Loki, by the levels
 * that it found when they came in.
 *
 * @param few - so many lines are read
 */
export async function countSteps(
  reader: LineReader,
  client: LokiClient,
  query: LogHistoryQuery & { readonly step: number },
  few: number,
): Promise<Counted> {
  const from = nanosOf(query.from);
  const to = nanosOf(query.to);
  const step = BigInt(query.step) * NANOS_PER_MS;
  const start = Number(from / NANOS_PER_MS);
  const sample = await reader.read({
    from,
    to,
    direction: 'forward',
    limit: few,
  });
  if (sample.sent < few) {
    const counts = sample.lines.map(({ nanos, text }) => ({
      at: start + Number((nanos - from) / step) * query.step,
      level: levelOf(text),
      count: 1,
    }));
    return { counts: gather(counts), scanned: sample.scanned };
  }

  const begin = from / NANOS_PER_MS;
  const span = (to + NANOS_PER_MS - 1n) / NANOS_PER_MS - begin;
  const stepMs = BigInt(query.step);
  const whole = span / stepMs;
  const left = span - whole * stepMs;
  const parts = await Promise.all([
    ...(whole > 0n
      ? [countWhole(reader, client, { begin, step: stepMs, steps: whole })]
      : []),
    ...(left > 0n
      ? [countLast(reader, client, { begin: begin + whole * stepMs, left })]
      : []),
  ]);
  const wanted = query.levels && new Set<LogLevel>(query.levels);
  const counts = gather([
    // The span of the first step leaves these out.
    ...sample.lines
      .filter(({ nanos }) => nanos === begin * NANOS_PER_MS)
      .map(({ text }) => ({ at: start, level: levelOf(text), count: 1 })),
    ...parts
      .flatMap(({ counts: found }) => found)
      .filter(({ level }) => wanted?.has(level) ?? true),
  ]);
  const beyond = await reader.read({
    from: to,
    to: (begin + span) * NANOS_PER_MS + 1n,
    direction: 'forward',
    limit: few,
  });
  return {
    counts: takeAway(
      counts,
      beyond.lines.map(({ text }) => levelOf(text)),
    ),
    scanned: addUp(parts.map(({ scanned }) => scanned)),
  };
}

/** Takes lines out of the last step: a span of Loki's holds its end, and ends with a whole millisecond. */
function takeAway(
  counts: readonly LogHistoryCount[],
  levels: readonly LogLevel[],
): LogHistoryCount[] {
  const last = Math.max(...counts.map(({ at }) => at));
  const left = [...counts];
  for (const level of levels) {
    const inLast = (one: LogHistoryCount) => one.at === last && one.count > 0;
    const same = left.findIndex(one => inLast(one) && one.level === level);
    // Loki may have found another level when the line came in.
    const place = same < 0 ? left.findIndex(inLast) : same;
    if (place >= 0) {
      left[place] = { ...left[place], count: left[place].count - 1 };
    }
  }
  return left.filter(({ count }) => count > 0);
}

/**
 * Steps of their full length. Loki evaluates at whole multiples of a step since 1970 whatever is asked for, so an offset
 * moves the spans to where the steps are. Both are milliseconds, and a span is what is after its beginning up to and with
 * its end: a line of a step's first nanosecond counts in the step before.
 */
async function countWhole(
  reader: LineReader,
  client: LokiClient,
  steps: {
    readonly begin: bigint;
    readonly step: bigint;
    readonly steps: bigint;
  },
): Promise<Counted> {
  const { begin, step } = steps;
  const end = begin + step;
  const offset = (step - (end % step)) % step;
  const last = end + offset + (steps.steps - 1n) * step;
  const { result, stats } = await client.counts(
    'query_range',
    {
      query: printCount({
        of: reader.query,
        span: step,
        offset,
        by: LEVEL_LABELS,
      }),
      start: String((end + offset) * NANOS_PER_MS),
      end: String(last * NANOS_PER_MS),
      step: `${step}ms`,
    },
    reader.signal,
  );
  return {
    scanned: scannedOf(stats),
    counts: result.flatMap(({ metric, values = [] }) =>
      values.map(([seconds, count]) => ({
        at: Math.round(seconds * 1000) - Number(offset + step),
        level: levelOfLabels(metric),
        count: Number(count),
      })),
    ),
  };
}

/** What is left at the end of the range, shorter than a step. */
async function countLast(
  reader: LineReader,
  client: LokiClient,
  last: { readonly begin: bigint; readonly left: bigint },
): Promise<Counted> {
  const { begin, left } = last;
  const { result, stats } = await client.counts(
    'query',
    {
      query: printCount({
        of: reader.query,
        span: left,
        offset: 0n,
        by: LEVEL_LABELS,
      }),
      time: String((begin + left) * NANOS_PER_MS),
    },
    reader.signal,
  );
  return {
    scanned: scannedOf(stats),
    counts: result.flatMap(({ metric, value }) =>
      value
        ? [
            {
              at: Number(begin),
              level: levelOfLabels(metric),
              count: Number(value[1]),
            },
          ]
        : [],
    ),
  };
}

function levelOf(text: string): LogLevel {
  return detectLogLevel(text) ?? 'info';
}

/** One count for each step and level. */
function gather(counts: readonly LogHistoryCount[]): LogHistoryCount[] {
  const sums = new Map<string, LogHistoryCount>();
  for (const { at, level, count } of counts) {
    const key = `${at} ${level}`;
    sums.set(key, { at, level, count: (sums.get(key)?.count ?? 0) + count });
  }
  return [...sums.values()];
}
