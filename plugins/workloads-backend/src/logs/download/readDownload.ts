import { LogDownloadRequest } from '@domaindeck/backstage-plugin-workloads-common';
import { LogLineFilter } from '../filter/LogLineFilter';
import { RangeQuery } from '../range/RangeReader';
import { rangeOf } from '../range/rangeOf';
import { SeamFinder } from '../range/SeamFinder';
import { StoredRange } from '../range/StoredRange';
import { LogStream } from '../stream/LogStream';
import { LogStreamOptions } from '../stream/StreamOptions';
import { mergeTexts, TextSource } from './mergeTexts';
import { podTexts } from './podTexts';
import { StoredDownload, storedDownload } from './storedDownload';

/** Characters of a line in a download: more than a container runtime lets pass. */
export const DOWNLOADED_LINE = 32 * 1024 * 1024;

/** What a download is read from. */
export interface DownloadOptions {
  readonly body: LogDownloadRequest;
  readonly stream: Omit<LogStreamOptions, 'request'>;
  /** Of the clusters that have a store. */
  readonly stores: readonly {
    readonly cluster: string;
    readonly stored: StoredRange;
    readonly finder: SeamFinder;
  }[];
}

/**
 * The lines of a filter as text, in pieces: of a range what is stored and what the pods hold, each line once; without a
 * range, and of the run before a restart, what the pods hold.
 * @throws InputError for a wrong range or filter
 */
export async function* readDownload(
  options: DownloadOptions,
): AsyncGenerator<string> {
  const { body, stream } = options;
  const { from, to, timestamps = true, ...filter } = body;
  // A wrong expression is the caller's, whoever would run it.
  LogLineFilter.create(filter);
  const query = queryOf(body, stream.signal);
  const stored = query
    ? await Promise.all(
        options.stores.map(({ cluster, ...store }) =>
          storedDownload(cluster, store, query, timestamps),
        ),
      )
    : [];
  const joined = new Map(stored.map(one => [one.cluster, one]));
  const { scene } = stream;
  const batches = LogStream.batches({
    ...stream,
    scene: {
      ...scene,
      // A range is one of the times that stand on the lines, as a store knows them.
      skewOf: cluster => (query ? undefined : scene.skewOf(cluster)),
      workloads: () =>
        scene.workloads().filter(({ cluster }) => readsPods(joined, cluster)),
    },
    sinceOf: cluster => joined.get(cluster)?.seam?.from,
    alsoPrevious: cluster => joined.has(cluster),
    lineLimit: DOWNLOADED_LINE,
    request: { ...filter, since: from, until: to, follow: false },
  });
  const pods: TextSource = {
    from: podsFrom(joined, stream),
    texts: podTexts(
      batches,
      timestamps,
      line => joined.get(line.origin.cluster)?.seam?.isLive(line) ?? true,
    ),
  };
  yield* mergeTexts([...stored.flatMap(({ texts }) => texts), pods]);
}

function queryOf(
  { from, to, previous, ...body }: LogDownloadRequest,
  signal: AbortSignal,
): RangeQuery | undefined {
  if (from === undefined || to === undefined) {
    return undefined;
  }
  const range = rangeOf(from, to);
  const { include, exclude, levels, sources: selectors } = body;
  const filter = { include, exclude, levels };
  return previous
    ? undefined
    : { ...range, filter, selectors, previous: false, signal };
}

function readsPods(
  joined: ReadonlyMap<string, StoredDownload>,
  cluster: string,
): boolean {
  const store = joined.get(cluster);
  return store === undefined || store.seam !== undefined;
}

/** When the first line of a pod may come: pods are not kept waiting while what is stored is handed over. */
function podsFrom(
  joined: ReadonlyMap<string, StoredDownload>,
  { scene }: Pick<LogStreamOptions, 'scene'>,
): string {
  const clusters = new Set(scene.workloads().map(({ cluster }) => cluster));
  const times = [...clusters].flatMap(cluster => {
    const store = joined.get(cluster);
    return store ? store.seam?.oldest ?? [] : '';
  });
  return times.sort().at(0) ?? '';
}
