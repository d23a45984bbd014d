import {
  EventsQuery,
  WorkloadEvent,
} from '@domaindeck/backstage-plugin-workloads-common';
import { pageNewestFirst } from '../paging/pageNewestFirst';

/**
 * Narrows, orders (newest first) and pages events.
 *
 * @throws InputError for a cursor that no page gave
 */
export function pageEvents(
  events: readonly WorkloadEvent[],
  query: EventsQuery,
): { items: WorkloadEvent[]; nextCursor?: string } {
  return pageNewestFirst(
    events.filter(
      event => query.type === undefined || event.type === query.type,
    ),
    query,
    event => [timeOf(event), event.id],
  );
}

/** Events without any time stand last. */
function timeOf(event: WorkloadEvent): number {
  const at = Date.parse(event.lastAt ?? event.firstAt ?? '');
  return Number.isNaN(at) ? 0 : at;
}
