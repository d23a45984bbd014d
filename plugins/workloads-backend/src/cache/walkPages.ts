import { FeedError } from './FeedError';
import { FeedRequests, ListPage } from './FeedRequests';

/** Objects in one page of a list, as the API server's own clients have it. */
const PAGE_SIZE = 500;

/**
 * Reads every object of a resource page by page.
 *
 * @param accept - gets each object
 * @returns the version that the whole list has
 * @throws FeedError
 */
export async function walkPages(
  request: {
    readonly requests: FeedRequests;
    readonly path: string;
    /** Whether names, uids and versions will do. */
    readonly identitiesOnly?: boolean;
  },
  signal: AbortSignal,
  accept: (item: unknown) => void,
): Promise<string> {
  const { requests, path, identitiesOnly } = request;
  const limit = String(PAGE_SIZE);
  let query: Readonly<Record<string, string>> | undefined = { limit };
  let version: string | undefined;
  while (query) {
    const page: ListPage = await requests.list(
      { path, query, identitiesOnly },
      signal,
      accept,
    );
    version = page.resourceVersion;
    query =
      page.next === undefined ? undefined : { limit, continue: page.next };
  }
  if (version === undefined) {
    throw new FeedError('garbled', 'the list came without a version');
  }
  return version;
}
