import { NotFoundError } from '@backstage/errors';
import {
  ClusterStatus,
  LogContext,
  LogContextRequest,
  LogCoverage,
  LogEntry,
  LogFilter,
  LogHistogram,
  LogHistogramRequest,
  LogLevelCounts,
  LogPage,
  LogSearchRequest,
  logTimeMs,
} from '@domaindeck/backstage-plugin-workloads-common';
import { LogLineFilter } from '../filter/LogLineFilter';
import { pageLines, readPlace } from './pageLines';
import { FoundLine, FoundLines, RangeQuery, RangeReader } from './RangeReader';
import { nextNano, rangeOf, timeOf } from './rangeOf';

/** Milliseconds around a line in which its neighbours are looked for. */
const NEIGHBOURHOOD = 86_400_000;
const LIMIT = 200;
const BUCKETS = 120;
const NEIGHBOURS = 5;

/** Who answers a question, a reader for each cluster. */
export interface RangeScene {
  readonly readers: readonly {
    readonly cluster: string;
    readonly reader: RangeReader;
  }[];
  readonly clusters: readonly ClusterStatus[];
  readonly signal: AbortSignal;
}

/** @throws InputError for a wrong range, filter or cursor */
export async function searchRange(
  entityRef: string,
  body: LogSearchRequest,
  scene: RangeScene,
): Promise<LogPage> {
  const { cursor, direction = 'backward', limit = LIMIT, ...same } = body;
  const question = JSON.stringify([entityRef, direction, same]);
  const place = cursor === undefined ? undefined : readPlace(question, cursor);
  const range = rangeOf(body.from, body.to);
  const query = {
    ...queryOf(body, scene.signal),
    from: direction === 'forward' && place ? place.at : range.from,
    to: direction === 'backward' && place ? nextNano(place.at) : range.to,
    direction,
    limit: limit + (place?.shown ?? 0),
  };
  const found = await Promise.all(
    scene.readers.map(({ cluster, reader }) =>
      reader.search({ ...query, seamFrom: place?.seams.get(cluster) }),
    ),
  );
  return {
    ...pageLines(found, { direction, limit, place, question }),
    scanned: sumOf(found),
    troubles: found.flatMap(({ troubles }) => troubles),
    coverage: coverageOf(found, range.from),
    gaps: found.flatMap(({ cluster, gaps }) =>
      gaps.map(gap => ({ cluster, ...gap })),
    ),
    clusters: [...scene.clusters],
  };
}

/** @throws InputError for a wrong range or filter */
export async function countRange(
  body: LogHistogramRequest,
  scene: RangeScene,
): Promise<LogHistogram> {
  const range = rangeOf(body.from, body.to);
  const start = logTimeMs(range.from);
  const end = logTimeMs(range.to);
  const { buckets: wanted = BUCKETS } = body;
  const step = Math.max(1, Math.ceil((end - start) / wanted / 1000)) * 1000;
  const buckets = Array.from(
    { length: Math.ceil((end - start) / step) },
    (_, index): { at: string; counts: LogLevelCounts } => ({
      at: new Date(start + index * step).toISOString(),
      counts: { error: 0, warn: 0, info: 0, debug: 0 },
    }),
  );
  const found = await Promise.all(
    scene.readers.map(({ reader }) =>
      reader.count({ ...queryOf(body, scene.signal), ...range, step }),
    ),
  );
  let matched = 0;
  for (const { at, level, count } of found.flatMap(({ counts }) => counts)) {
    const bucket = buckets[Math.floor((at - start) / step)];
    if (bucket) {
      bucket.counts[level] += count;
      matched += count;
    }
  }
  return {
    from: new Date(start).toISOString(),
    to: new Date(end).toISOString(),
    step: `PT${step / 1000}S`,
    buckets,
    matched,
    scanned: sumOf(found),
    troubles: found.flatMap(({ troubles }) => troubles),
    coverage: coverageOf(found, range.from),
    clusters: [...scene.clusters],
  };
}

/**
 * The lines before and after one of a container, without a filter.
 * @throws NotFoundError when neither the line nor a neighbour is known any more
 */
export async function readAround(
  body: LogContextRequest,
  reader: RangeReader,
  signal: AbortSignal,
): Promise<LogContext> {
  const { before = NEIGHBOURS, after = NEIGHBOURS, source, text } = body;
  const at = timeOf(body.at);
  const middle = Date.parse(body.at);
  const base = {
    filter: {},
    selectors: [source],
    previous: true,
    signal,
  };
  const here = await reader.search({
    ...base,
    from: at,
    to: nextNano(at),
    direction: 'forward',
    limit: 1_000,
  });
  const [earlier, later] = await Promise.all([
    reader.search({
      ...base,
      from: timeOf(new Date(middle - NEIGHBOURHOOD).toISOString()),
      to: at,
      direction: 'backward',
      limit: before + 1,
    }),
    reader.search({
      ...base,
      from: nextNano(at),
      to: timeOf(new Date(middle + NEIGHBOURHOOD).toISOString()),
      direction: 'forward',
      limit: after + 1,
    }),
  ]);
  const hit =
    here.lines.find(line => text === undefined || line.text === text) ??
    here.lines.at(0);
  const place = hit ? here.lines.indexOf(hit) : 0;
  const beforeAll = [...earlier.lines, ...here.lines.slice(0, place)];
  const afterAll = [...here.lines.slice(hit ? place + 1 : 0), ...later.lines];
  const origin = (hit ?? beforeAll.at(-1) ?? afterAll.at(0))?.origin;
  if (!origin) {
    throw new NotFoundError(
      `The line of ${body.at} is not known any more: the pod has given it up and no store has it`,
    );
  }
  return {
    origin,
    before: beforeAll.slice(Math.max(0, beforeAll.length - before)).map(entry),
    line: hit && entry(hit),
    after: afterAll.slice(0, after).map(entry),
    moreBefore: beforeAll.length > before,
    moreAfter: afterAll.length > after,
  };
}

function queryOf(
  body: LogFilter & { readonly previous?: boolean },
  signal: AbortSignal,
): Omit<RangeQuery, 'from' | 'to'> {
  const { include, exclude, levels, sources, previous = false } = body;
  const filter = { include, exclude, levels };
  // A wrong expression is the caller's, whoever would run it.
  LogLineFilter.create(filter);
  return { filter, selectors: sources, previous, signal };
}

function entry({ at, text, level, bytes }: FoundLine): LogEntry {
  return { source: 0, at, text, level, ...(bytes !== undefined && { bytes }) };
}

function sumOf(
  found: readonly { readonly scanned?: number }[],
): number | undefined {
  return found.some(({ scanned }) => scanned === undefined)
    ? undefined
    : found.reduce((sum, { scanned = 0 }) => sum + scanned, 0);
}

function coverageOf(
  found: readonly Pick<FoundLines, 'cluster' | 'stored' | 'oldest' | 'seam'>[],
  from: string,
): LogCoverage[] {
  return found.map(({ cluster, stored, oldest, seam }) => ({
    cluster,
    stored,
    from: stored ? from : oldest ?? from,
    ...(seam?.oldest !== undefined && { oldestLiveAt: seam.oldest }),
    ...(seam?.unsure !== undefined && { unsure: seam.unsure }),
  }));
}
