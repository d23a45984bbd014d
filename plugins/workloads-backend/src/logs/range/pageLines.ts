import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  LogEntry,
  LogOrigin,
  LogPage,
} from '@domaindeck/backstage-plugin-workloads-common';
import { z } from 'zod';
import { byTime } from './lineOrder';
import { FoundLine, FoundLines } from './RangeReader';

/** Where a page ended: the time of its last line, and how many lines of that very time were shown. */
export interface PagePlace {
  readonly at: string;
  readonly shown: number;
  /** By cluster, from where the pods were asked, see {@link FoundLines.seam}. */
  readonly seams: ReadonlyMap<string, string>;
}

const time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{9}Z$/);
const schema = z.tuple([
  time,
  z.number().int().min(1).max(100_000),
  z.array(z.tuple([z.string(), time])).max(1_000),
]);

/** @param question - everything that has to be the same for the next page */
export function writePlace(question: string, place: PagePlace): string {
  const { at, shown, seams } = place;
  const body = Buffer.from(JSON.stringify([at, shown, [...seams]])).toString(
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
  const [at, shown, seams] = parsed.data;
  return { at, shown, seams: new Map(seams) };
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
            seams: seamsOf(found, place),
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

/** Another page of the same question is joined where the first was, or a line might be in neither part. */
function seamsOf(
  found: readonly FoundLines[],
  place: PagePlace | undefined,
): Map<string, string> {
  return new Map([
    ...found.flatMap(({ cluster, seam }) =>
      seam ? [[cluster, seam.from] as const] : [],
    ),
    ...(place?.seams ?? []),
  ]);
}

function checkOf(question: string, body: string): string {
  return createHash('sha256')
    .update(`${question}\n${body}`)
    .digest('base64url')
    .slice(0, 16);
}
