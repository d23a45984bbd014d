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
      level: detectLogLevel(text) ?? ('info' as const),
      count: 1,
    }));
    return { counts: gather(counts), scanned: sample.scanned };
  }

  const whole = (to - from) / step;
  const left = to - from - whole * step;
  const parts = await Promise.all([
    ...(whole > 0n
      ? [countWhole(reader, client, { from, step, steps: whole })]
      : []),
    ...(left > 0n
      ? [
          countLast(reader, client, {
            from: from + whole * step,
            left: (left + NANOS_PER_MS - 1n) / NANOS_PER_MS,
            index: Number(whole),
          }),
        ]
      : []),
  ]);
  const wanted = query.levels && new Set<LogLevel>(query.levels);
  return {
    counts: gather(
      parts
        .flatMap(({ points }) => points)
        .filter(({ level }) => wanted?.has(level) ?? true)
        .map(({ index, level, count }) => ({
          at: start + index * query.step,
          level,
          count,
        })),
    ),
    scanned: addUp(parts.map(({ scanned }) => scanned)),
  };
}

interface Points {
  readonly points: readonly {
    readonly index: number;
    readonly level: LogLevel;
    readonly count: number;
  }[];
  readonly scanned?: number;
}

/**
 * Steps of their full length. Loki evaluates at whole multiples of a step since 1970 whatever is asked for, and counts
 * what is after the beginning of a span up to and with its end: the offset moves the spans to where the steps are.
 */
async function countWhole(
  reader: LineReader,
  client: LokiClient,
  steps: {
    readonly from: bigint;
    readonly step: bigint;
    readonly steps: bigint;
  },
): Promise<Points> {
  const { from, step } = steps;
  // The end of the first span: the last nanosecond of the first step.
  const end = from + step - 1n;
  const offset = (step - (end % step)) % step;
  const first = end + offset;
  const last = first + (steps.steps - 1n) * step;
  const { result, stats } = await client.counts(
    'query_range',
    {
      query: printCount({
        of: reader.query,
        span: step / NANOS_PER_MS,
        offset,
        by: LEVEL_LABELS,
      }),
      start: String(first),
      end: String(last),
      step: `${step / NANOS_PER_MS}ms`,
    },
    reader.signal,
  );
  const seconds = Number(step / NANOS_PER_MS) / 1000;
  const zero = Number(first / NANOS_PER_MS) / 1000;
  return {
    scanned: scannedOf(stats),
    points: result.flatMap(({ metric, values = [] }) =>
      values.map(([at, count]) => ({
        index: Math.round((at - zero) / seconds),
        level: levelOfLabels(metric),
        count: Number(count),
      })),
    ),
  };
}

/** What is left at the end of the range, shorter than a step; up to the next whole millisecond. */
async function countLast(
  reader: LineReader,
  client: LokiClient,
  last: {
    readonly from: bigint;
    readonly left: bigint;
    readonly index: number;
  },
): Promise<Points> {
  const { result, stats } = await client.counts(
    'query',
    {
      query: printCount({
        of: reader.query,
        span: last.left,
        offset: 0n,
        by: LEVEL_LABELS,
      }),
      time: String(last.from + last.left * NANOS_PER_MS - 1n),
    },
    reader.signal,
  );
  return {
    scanned: scannedOf(stats),
    points: result.flatMap(({ metric, value }) =>
      value
        ? [
            {
              index: last.index,
              level: levelOfLabels(metric),
              count: Number(value[1]),
            },
          ]
        : [],
    ),
  };
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
