import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  LogEntry,
  LogOrigin,
  LogPage,
} from '@domaindeck/backstage-plugin-workloads-common';
import { z } from 'zod';
import { FoundLine, FoundLines } from './RangeReader';

/** Where a page ended: the time of its last line, and how many lines of that very time were shown. */
export interface PagePlace {
  readonly at: string;
  readonly shown: number;
}

const schema = z.tuple([
  z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{9}Z$/),
  z.number().int().min(1).max(100_000),
]);

/** @param question - everything that has to be the same for the next page */
export function writePlace(question: string, place: PagePlace): string {
  const body = Buffer.from(JSON.stringify([place.at, place.shown])).toString(
    'base64url',
  );
  return `${body}.${checkOf(question, body)}`;
}

/** @throws InputError when it is no cursor, or one of another question */
export function readPlace(question: string, cursor: string): PagePlace {
  const [body, check, ...more] = cursor.split('.');
  const wrong = () =>
    new InputError(
      'cursor: this is not the cursor of this search; leave it out to start anew',
    );
  if (more.length > 0 || check !== checkOf(question, body)) {
    throw wrong();
  }
  const parsed = schema.safeParse(
    JSON.parse(Buffer.from(body, 'base64url').toString('utf8')),
  );
  if (!parsed.success) {
    throw wrong();
  }
  return { at: parsed.data[0], shown: parsed.data[1] };
}

/**
 * Makes one page of what several clusters found. Lines of the very time at which the page before ended were asked for
 * again, and those that it showed are left out.
 */
export function pageLines(
  found: readonly FoundLines[],
  options: {
    readonly direction: 'backward' | 'forward';
    readonly limit: number;
    readonly place?: PagePlace;
    readonly question: string;
  },
): Pick<LogPage, 'items' | 'sources' | 'nextCursor' | 'matched'> {
  const { direction, limit, place, question } = options;
  const backward = direction === 'backward';
  const merged = found.flatMap(({ lines }) => lines).sort(byTime);
  // From the end at which the page begins.
  const ordered = backward ? merged.reverse() : merged;
  const rest = ordered.slice(shownBefore(ordered, place));
  const page = rest.slice(0, limit);
  const more = rest.length > limit || found.some(part => part.more);
  const last = page.at(-1);
  const sources: LogOrigin[] = [];
  const items = (backward ? page.reverse() : page).map(line =>
    entryOf(line, sources),
  );
  return {
    items,
    sources,
    matched: items.length,
    nextCursor:
      more && last
        ? writePlace(question, {
            at: last.at,
            shown:
              items.filter(({ at }) => at === last.at).length +
              (place?.at === last.at ? place.shown : 0),
          })
        : undefined,
  };
}

function shownBefore(
  lines: readonly FoundLine[],
  place: PagePlace | undefined,
): number {
  let count = 0;
  while (
    place &&
    count < place.shown &&
    count < lines.length &&
    lines[count].at === place.at
  ) {
    count += 1;
  }
  return count;
}

function entryOf(line: FoundLine, sources: LogOrigin[]): LogEntry {
  const { origin, at, text, level, bytes } = line;
  const same = (one: LogOrigin) =>
    one.cluster === origin.cluster &&
    one.namespace === origin.namespace &&
    one.pod === origin.pod &&
    one.container === origin.container &&
    one.run === origin.run;
  let source = sources.findIndex(same);
  if (source < 0) {
    source = sources.push(origin) - 1;
  }
  return { source, at, text, level, ...(bytes !== undefined && { bytes }) };
}

function byTime(a: FoundLine, b: FoundLine): number {
  if (a.at === b.at) {
    return 0;
  }
  return a.at < b.at ? -1 : 1;
}

function checkOf(question: string, body: string): string {
  return createHash('sha256')
    .update(`${question}\n${body}`)
    .digest('base64url')
    .slice(0, 16);
}
