import { Row } from '../projection/rows';
import { FeedError } from './FeedError';
import { FeedRequests } from './FeedRequests';
import { RowKeeper } from './RowKeeper';
import { TimeShare } from './TimeShare';

/** Objects in one page of a list: the API server's own clients use it, and it keeps a page in the memory of a moment. */
const PAGE_SIZE = 500;

/**
 * Reads every object of a resource page by page into a replacement that the caller finishes.
 *
 * @returns the version from which a watch goes on
 * @throws FeedError
 */
export async function readPages(
  options: {
    readonly path: string;
    readonly keeper: RowKeeper<Row>;
    readonly requests: FeedRequests;
    readonly timeShare: TimeShare;
    readonly onAnswer: () => void;
  },
  signal: AbortSignal,
): Promise<string> {
  const { path, keeper, requests, timeShare } = options;
  keeper.startReplace();
  let query: Record<string, string> | undefined = { limit: String(PAGE_SIZE) };
  let version: string | undefined;
  while (query) {
    const page = await requests.list(path, query, signal);
    options.onAnswer();
    for (const item of page.items) {
      keeper.upsert(item);
      const turn = timeShare.pause();
      if (turn) {
        await turn;
        signal.throwIfAborted();
      }
    }
    version = page.resourceVersion;
    query =
      page.next === undefined
        ? undefined
        : { limit: String(PAGE_SIZE), continue: page.next };
  }
  if (version === undefined) {
    throw new FeedError('garbled', 'the list came without a version');
  }
  return version;
}
