import { InputError } from '@backstage/errors';

const DEFAULT_LIMIT = 100;

/** Where an item stands: its time in milliseconds since the epoch, then its id. */
export type Place = readonly [at: number, id: string];

/** Which part of a list is asked for. */
export interface PageQuery {
  /** RFC 3339; items at or after it. */
  readonly since?: string;
  /** 100 unless told. */
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
}

/**
 * Orders (newest first) and pages. The cursor names the last item given, not a number of items, so that items which come
 * in between neither repeat nor hide any.
 *
 * @throws InputError for a cursor that no page gave
 */
export function pageNewestFirst<T>(
  items: readonly T[],
  query: PageQuery,
  placeOf: (item: T) => Place,
): { items: T[]; nextCursor?: string } {
  const since = query.since === undefined ? -Infinity : Date.parse(query.since);
  const after = query.cursor === undefined ? undefined : decode(query.cursor);
  const limit = query.limit ?? DEFAULT_LIMIT;
  const rest = items
    .map(item => ({ item, place: placeOf(item) }))
    .filter(
      ({ place }) => place[0] >= since && (!after || compare(place, after) > 0),
    )
    .sort((a, b) => compare(a.place, b.place));
  const page = rest.slice(0, limit);
  const last = page[page.length - 1];
  return {
    items: page.map(({ item }) => item),
    ...(last && rest.length > limit ? { nextCursor: encode(last.place) } : {}),
  };
}

function compare(a: Place, b: Place): number {
  if (a[0] !== b[0]) {
    return b[0] - a[0];
  }
  if (a[1] === b[1]) {
    return 0;
  }
  return a[1] < b[1] ? -1 : 1;
}

function encode([at, id]: Place): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

function decode(cursor: string): Place {
  const match = /^(\d{1,16}) (.+)$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  );
  if (!match) {
    throw new InputError(
      'Query parameter "cursor" is not one that a page before gave; leave it out to start with the newest',
    );
  }
  return [Number(match[1]), match[2]];
}
