import { FoundLines } from './RangeReader';
import { nextNano } from './rangeOf';
import { StoredQuery, StoredRange } from './StoredRange';

/**
 * Reads all stored lines of a question, page after page, each line once. Stores page by time, so the lines of the moment
 * at which a page ended are asked for again.
 *
 * @param query.limit - lines of one page
 */
export async function* storedPages(
  stored: StoredRange,
  query: StoredQuery & {
    readonly direction: 'backward' | 'forward';
    readonly limit: number;
  },
): AsyncGenerator<FoundLines> {
  const isForward = query.direction === 'forward';
  let { from, to } = query;
  let again = 0;
  for (;;) {
    const limit = query.limit + again;
    const page = await stored.search({ ...query, from, to, limit });
    const { lines } = page;
    yield {
      ...page,
      lines: isForward
        ? lines.slice(again)
        : lines.slice(0, lines.length - again),
    };
    const edge = lines.at(isForward ? -1 : 0)?.at;
    if (!page.more || edge === undefined) {
      return;
    }
    again = lines.filter(({ at }) => at === edge).length;
    from = isForward ? edge : from;
    to = isForward ? to : nextNano(edge);
  }
}
