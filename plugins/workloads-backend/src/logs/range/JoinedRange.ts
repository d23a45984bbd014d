import {
  logTimeMs,
  LogTrouble,
} from '@domaindeck/backstage-plugin-workloads-common';
import { byTime } from './lineOrder';
import { PodsRange } from './PodsRange';
import {
  FoundCounts,
  FoundLine,
  FoundLines,
  FoundSeam,
  RangeQuery,
  RangeReader,
} from './RangeReader';
import { nextNano } from './rangeOf';
import { Seam } from './Seam';
import { SeamFinder } from './SeamFinder';
import { storedAfter, StoredPart } from './storedAfter';
import { storedPages } from './storedPages';
import { StoredRange } from './StoredRange';

/** Lines of one page while all stored lines after the seam are read. */
const PAGE = 1_000;

type Direction = 'backward' | 'forward';
type SearchQuery = RangeQuery & {
  readonly direction: Direction;
  readonly limit: number;
  readonly seamFrom?: string;
};

/** What a cluster is read from. */
export interface JoinedRangeOptions {
  readonly stored: StoredRange;
  readonly pods: PodsRange;
  readonly finder: SeamFinder;
}

/**
 * Reads a cluster that has a store: stored lines up to the seam, and from it on those of the pods, with the stored lines
 * of pods that are gone and of runs that are over.
 */
export class JoinedRange implements RangeReader {
  readonly #options: JoinedRangeOptions;

  static create(options: JoinedRangeOptions): JoinedRange {
    return new JoinedRange(options);
  }

  private constructor(options: JoinedRangeOptions) {
    this.#options = options;
  }

  async search(query: SearchQuery): Promise<FoundLines> {
    const { stored, finder } = this.#options;
    const { selectors, from, to, signal, seamFrom: known } = query;
    const seam = await finder.find({ selectors, from, to, known, signal });
    const begin = seam?.oldest;
    if (!seam || begin === undefined || begin >= to) {
      const found = await stored.search(query);
      return {
        ...found,
        troubles: troublesOf(seam ? [found, seam] : [found]),
        seam: seam && { from: seam.from },
      };
    }
    const parts = await (query.direction === 'backward'
      ? this.#backward(query, seam, begin)
      : this.#forward(query, seam, begin));
    const page = joinLines(parts, query);
    return {
      ...page,
      troubles: troublesOf([page, seam]),
      seam: foundSeam(seam),
    };
  }

  async count(
    query: RangeQuery & { readonly step: number },
  ): Promise<FoundCounts> {
    const { stored, pods, finder } = this.#options;
    const { selectors, from, to, signal, step } = query;
    const seam = await finder.find({
      selectors,
      from,
      to,
      known: undefined,
      signal,
    });
    const begin = seam?.oldest;
    if (!seam || begin === undefined || begin >= to) {
      const found = await stored.count(query);
      return {
        ...found,
        troubles: troublesOf(seam ? [found, seam] : [found]),
      };
    }
    const origin = logTimeMs(from);
    const [before, live, rest] = await Promise.all([
      stored.count({ ...query, to: begin }),
      pods.count({
        ...query,
        previous: true,
        from: seam.from,
        origin,
        accepts: line => seam.isLive(line),
      }),
      this.#rest(seam, {
        ...query,
        from: begin,
        direction: 'forward',
        limit: Infinity,
      }),
    ]);
    const later = rest.lines.map(({ at, level }) => ({
      at: origin + Math.floor((logTimeMs(at) - origin) / step) * step,
      level,
      count: 1,
    }));
    return {
      cluster: before.cluster,
      stored: true,
      counts: [...before.counts, ...live.counts, ...later],
      scanned: sumOf([before, live, rest]),
      troubles: troublesOf([before, live, rest, seam]),
      seam: foundSeam(seam),
    };
  }

  async #backward(
    query: SearchQuery,
    seam: Seam,
    begin: string,
  ): Promise<FoundLines[]> {
    const live = await this.#live(query, seam, query.to);
    // The pods have more: what is older than the oldest of these is for another page.
    const floor = live.more ? live.lines[0].at : query.from;
    const [rest, before] = await Promise.all([
      this.#rest(seam, { ...query, from: floor > begin ? floor : begin }),
      this.#options.stored.search({ ...query, from: floor, to: begin }),
    ]);
    return [before, rest, live];
  }

  async #forward(
    query: SearchQuery,
    seam: Seam,
    begin: string,
  ): Promise<FoundLines[]> {
    const before = await this.#options.stored.search({ ...query, to: begin });
    if (before.more) {
      return [before];
    }
    const live = await this.#live(query, seam, query.to);
    const last = live.lines.at(-1)?.at;
    const ceiling = live.more && last !== undefined ? nextNano(last) : query.to;
    const from = query.from > begin ? query.from : begin;
    const rest = await this.#rest(seam, { ...query, from, to: ceiling });
    return [before, rest, live];
  }

  #live(query: SearchQuery, seam: Seam, to: string): Promise<FoundLines> {
    return this.#options.pods.search({
      ...query,
      // A store may not have come to the end of a run that crashed just now.
      previous: true,
      from: query.from > seam.from ? query.from : seam.from,
      to,
      accepts: line => seam.isLive(line),
    });
  }

  /** The stored lines after the seam. */
  async #rest(seam: Seam, query: SearchQuery): Promise<FoundLines> {
    const { direction, limit } = query;
    const parts = await Promise.all(
      storedAfter(seam, query).map(part => this.#all(part, direction, limit)),
    );
    return joinLines(parts, query);
  }

  /** Reads until so many lines are there as may be asked for, since some of each page may be the pods' to give. */
  async #all(
    { query, accepts }: StoredPart,
    direction: Direction,
    limit: number,
  ): Promise<FoundLines> {
    const pages: FoundLines[] = [];
    let lines: readonly FoundLine[] = [];
    const question = { ...query, direction, limit: Math.min(limit, PAGE) };
    for await (const page of storedPages(this.#options.stored, question)) {
      const accepted = page.lines.filter(accepts);
      pages.push(page);
      lines =
        direction === 'forward'
          ? [...lines, ...accepted]
          : [...accepted, ...lines];
      if (lines.length > limit) {
        break;
      }
    }
    return { ...addUp(pages), lines, more: pages.at(-1)?.more ?? false };
  }
}

function joinLines(
  parts: readonly FoundLines[],
  { direction, limit }: Pick<SearchQuery, 'direction' | 'limit'>,
): FoundLines {
  const lines = parts.flatMap(part => part.lines).sort(byTime);
  const page =
    direction === 'forward'
      ? lines.slice(0, limit)
      : lines.slice(Math.max(0, lines.length - limit));
  return {
    ...addUp(parts),
    lines: page,
    more: page.length < lines.length || parts.some(({ more }) => more),
  };
}

function addUp(parts: readonly FoundLines[]): Omit<FoundLines, 'lines'> {
  return {
    cluster: parts[0].cluster,
    stored: true,
    more: false,
    scanned: sumOf(parts),
    troubles: troublesOf(parts),
    gaps: parts.flatMap(({ gaps }) => gaps),
  };
}

function sumOf(
  parts: readonly { readonly scanned?: number }[],
): number | undefined {
  return parts.some(({ scanned }) => scanned === undefined)
    ? undefined
    : parts.reduce((sum, { scanned = 0 }) => sum + scanned, 0);
}

function troublesOf(
  parts: readonly { readonly troubles: readonly LogTrouble[] }[],
): LogTrouble[] {
  return parts.flatMap(({ troubles }) => troubles);
}

function foundSeam({ from, oldest, proof }: Seam): FoundSeam {
  return {
    from,
    oldest,
    ...(proof !== undefined && { unsure: proof !== 'proven' }),
  };
}
