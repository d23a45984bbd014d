import { LineReader, ReadLines, TimedLine } from './LineReader';
import { nanosOf, timeOfNanos } from './nanoTime';

export type Direction = 'backward' | 'forward';

/** Requests for one page: where next to nothing matches, the rest of the range is said to be missing. */
const MOST_REQUESTS = 20;

/** What one query of a question gave. */
export interface ReadPage {
  readonly lines: readonly TimedLine[];
  readonly more: boolean;
  readonly scanned?: number;
  readonly gaps: readonly { readonly from: string; readonly to: string }[];
}

/** What is left of a range. */
interface Rest {
  readonly from: bigint;
  readonly to: bigint;
}

/**
 * Reads until enough lines are there.
 *
 * @remarks
 * Loki pages by time only, so a page that is full may have cut the lines of its last nanosecond. Those are put back, and
 * read again from the beginning of that nanosecond; where they alone fill a page, they are read by themselves.
 */
export async function readPage(
  reader: LineReader,
  query: {
    readonly from: string;
    readonly to: string;
    readonly direction: Direction;
    readonly limit: number;
    readonly maxLines: number;
  },
): Promise<ReadPage> {
  const { direction, limit, maxLines } = query;
  const backward = direction === 'backward';
  const gaps: { from: string; to: string }[] = [];
  let lines: readonly TimedLine[] = [];
  let scanned: number | undefined = 0;
  let rest: Rest = { from: nanosOf(query.from), to: nanosOf(query.to) };
  const read = async (range: Rest, most: number): Promise<ReadLines> => {
    const part = await reader.read({ ...range, direction, limit: most });
    scanned = sum(scanned, part.scanned);
    return part;
  };
  const take = (part: readonly TimedLine[]) => {
    lines = backward ? [...part, ...lines] : [...lines, ...part];
  };
  for (let request = 0; rest.from < rest.to; request += 1) {
    if (lines.length > limit) {
      break;
    }
    if (request === MOST_REQUESTS) {
      if (lines.length === limit) {
        break;
      }
      gaps.push({ from: timeOfNanos(rest.from), to: timeOfNanos(rest.to) });
      rest = { from: rest.to, to: rest.to };
      break;
    }
    const most = reader.sifts
      ? maxLines
      : Math.min(maxLines, limit - lines.length + 1);
    const part = await read(rest, most);
    const edge = backward ? part.oldest : part.newest;
    if (part.sent < most || edge === undefined) {
      take(part.lines);
      rest = { from: rest.to, to: rest.to };
    } else if (part.oldest === part.newest) {
      const moment = { from: edge, to: edge + 1n };
      const whole = await read(moment, maxLines);
      take(whole.lines);
      if (whole.sent >= maxLines) {
        gaps.push({ from: timeOfNanos(edge), to: timeOfNanos(edge + 1n) });
      }
      rest = backward
        ? { from: rest.from, to: edge }
        : { from: edge + 1n, to: rest.to };
    } else {
      take(part.lines.filter(({ nanos }) => nanos !== edge));
      rest = backward
        ? { from: rest.from, to: edge + 1n }
        : { from: edge, to: rest.to };
    }
  }
  return {
    lines: backward
      ? lines.slice(Math.max(0, lines.length - limit))
      : lines.slice(0, limit),
    more: lines.length > limit || rest.from < rest.to,
    scanned,
    gaps,
  };
}

function sum(
  total: number | undefined,
  part: number | undefined,
): number | undefined {
  return total === undefined || part === undefined ? undefined : total + part;
}
