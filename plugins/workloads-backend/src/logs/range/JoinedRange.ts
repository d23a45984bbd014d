import {
  LogSelector,
  logTimeMs,
  LogTrouble,
  shiftLogTime,
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
import { StoredQuery, StoredRange } from './StoredRange';

/** Lines of one page while all stored lines after the seam are read. */
const PAGE = 1_000;
/** Milliseconds after the seam in which a container that writes much has written. */
const SOON_MS = 5_000;

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

  /**
   * Stored lines after the seam: of pods that are gone, and of containers up to the first line that their pods gave,
   * such as those of a run that is over or of a file that was rotated away.
   */
  async #rest(seam: Seam, query: SearchQuery): Promise<FoundLines> {
    const late = seam.targets.flatMap(target => {
      const first = seam.firstOf(target) ?? query.to;
      return first > query.from ? [{ target, first }] : [];
    });
    // Of those that spoke soon most lines are the pods' to give, and need not be read twice.
    const soon = shiftLogTime(query.from, SOON_MS);
    const groups = [
      late.filter(({ first }) => first <= soon),
      late.filter(({ first }) => first > soon),
    ].filter(group => group.length > 0);
    const parts = await Promise.all([
      this.#all({ ...query, except: seam.targets }),
      ...groups.map(group => {
        const end = group
          .map(({ first }) => first)
          .reduce((a, b) => (a > b ? a : b));
        return this.#all(
          {
            ...query,
            selectors: group.map(({ target }) => selectorOf(target)),
            to: end < query.to ? end : query.to,
          },
          line => !seam.isLive(line),
        );
      }),
    ]);
    return joinLines(parts, query);
  }

  /** Reads until so many lines are there as may be asked for, since some of each page may be the pods' to give. */
  async #all(
    query: StoredQuery & Pick<SearchQuery, 'direction' | 'limit'>,
    accepts: (line: FoundLine) => boolean = () => true,
  ): Promise<FoundLines> {
    const { stored } = this.#options;
    const { direction, limit } = query;
    const pages: FoundLines[] = [];
    let lines: readonly FoundLine[] = [];
    let { from, to } = query;
    let again = 0;
    for (;;) {
      const page = await stored.search({
        ...query,
        from,
        to,
        limit: Math.min(limit, PAGE) + again,
      });
      const fresh =
        direction === 'forward'
          ? page.lines.slice(again)
          : page.lines.slice(0, page.lines.length - again);
      lines =
        direction === 'forward'
          ? [...lines, ...fresh.filter(accepts)]
          : [...fresh.filter(accepts), ...lines];
      pages.push(page);
      const edge = page.lines.at(direction === 'forward' ? -1 : 0)?.at;
      if (!page.more || edge === undefined || lines.length > limit) {
        return { ...addUp(pages), lines, more: page.more };
      }
      // Stores page by time: the lines of that very time come again.
      again = page.lines.filter(({ at }) => at === edge).length;
      from = direction === 'forward' ? edge : from;
      to = direction === 'backward' ? nextNano(edge) : to;
    }
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

function selectorOf({
  cluster,
  namespace,
  pod,
  container,
}: Seam['targets'][number]): LogSelector {
  return { cluster, namespace, pod, container };
}
