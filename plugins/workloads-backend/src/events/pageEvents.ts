import { InputError } from '@backstage/errors';
import {
  EventsQuery,
  WorkloadEvent,
} from '@domaindeck/backstage-plugin-workloads-common';

const DEFAULT_LIMIT = 100;

/**
 * Narrows, orders (newest first) and pages events. The cursor names the last event given, not a number of events, so
 * that events which come in between neither repeat nor hide any.
 *
 * @throws InputError for a cursor that no page gave
 */
export function pageEvents(
  events: readonly WorkloadEvent[],
  query: EventsQuery,
): { items: WorkloadEvent[]; nextCursor?: string } {
  const since = query.since === undefined ? -Infinity : Date.parse(query.since);
  const after = query.cursor === undefined ? undefined : decode(query.cursor);
  const limit = query.limit ?? DEFAULT_LIMIT;
  const rest = events
    .filter(
      event =>
        (query.type === undefined || event.type === query.type) &&
        timeOf(event) >= since,
    )
    .map(event => ({ event, place: placeOf(event) }))
    .filter(({ place }) => !after || compare(place, after) > 0)
    .sort((a, b) => compare(a.place, b.place));
  const page = rest.slice(0, limit);
  const last = page[page.length - 1];
  return {
    items: page.map(({ event }) => event),
    ...(last && rest.length > limit ? { nextCursor: encode(last.place) } : {}),
  };
}

/** Where an event stands: its time in milliseconds since the epoch, then its id. */
type Place = readonly [at: number, id: string];

/** Events without any time stand last. */
function timeOf(event: WorkloadEvent): number {
  const at = Date.parse(event.lastAt ?? event.firstAt ?? '');
  return Number.isNaN(at) ? 0 : at;
}

function placeOf(event: WorkloadEvent): Place {
  return [timeOf(event), event.id];
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
      'Query parameter "cursor" is not one that a page of events gave; leave it out to start with the newest',
    );
  }
  return [Number(match[1]), match[2]];
}
