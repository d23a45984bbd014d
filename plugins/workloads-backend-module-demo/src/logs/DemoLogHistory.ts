import { LogLevel } from '@domaindeck/backstage-plugin-workloads-common';
import {
  LogHistoryCount,
  LogHistoryLine,
  LogHistoryPage,
  LogHistoryQuery,
  LogHistorySource,
} from '@domaindeck/backstage-plugin-workloads-node';
import { chooseRuns } from './chooseRuns';
import { DemoLogStore, DemoRun } from './DemoLogStore';
import { LineTest } from './LineTest';

/** The part of the range that is read first; each further part is twice as long. */
const FIRST_PART_MS = 300_000;

/** A run and the namespace that it lies in. */
interface PlacedRun extends DemoRun {
  readonly namespace: string;
}

/** The lines of one embedded cluster, written anew by the generator that its live logs come from. */
export class DemoLogHistory implements LogHistorySource {
  readonly name = 'Demo history';
  readonly #store: DemoLogStore;

  static create(store: DemoLogStore): DemoLogHistory {
    return new DemoLogHistory(store);
  }

  private constructor(store: DemoLogStore) {
    this.#store = store;
  }

  async status(signal: AbortSignal): Promise<{
    keptFor: string;
    newestAt: string;
  }> {
    const { keptFor, now } = await this.#store.runs('', signal);
    return { keptFor, newestAt: new Date(now).toISOString() };
  }

  async search(
    query: LogHistoryQuery & {
      readonly direction: 'backward' | 'forward';
      readonly limit: number;
    },
  ): Promise<LogHistoryPage> {
    const { direction, limit } = query;
    const { runs, from, to } = await this.#runs(query);
    let lines: LogHistoryLine[] = [];
    let scanned = 0;
    let [low, high] = direction === 'backward' ? [to, to] : [from, from];
    let length = FIRST_PART_MS;
    while (
      lines.length <= limit &&
      (direction === 'backward' ? low > from : high < to)
    ) {
      [low, high] =
        direction === 'backward'
          ? [Math.max(from, low - length), low]
          : [high, Math.min(to, high + length)];
      length *= 2;
      const part: LogHistoryLine[] = [];
      scanned += await this.#read(runs, query, low, high, line => {
        part.push(line);
      });
      part.sort(byTime);
      lines =
        direction === 'backward' ? [...part, ...lines] : [...lines, ...part];
    }
    return {
      lines:
        direction === 'backward'
          ? lines.slice(Math.max(0, lines.length - limit))
          : lines.slice(0, limit),
      more:
        lines.length > limit ||
        (direction === 'backward' ? low > from : high < to),
      scanned,
    };
  }

  async count(query: LogHistoryQuery & { readonly step: number }): Promise<{
    readonly counts: readonly LogHistoryCount[];
    readonly scanned: number;
  }> {
    const { runs, from, to } = await this.#runs(query);
    const start = Date.parse(query.from);
    const counts = new Map<number, Record<LogLevel, number>>();
    const scanned = await this.#read(runs, query, from, to, ({ at }, level) => {
      const step = Math.floor((Date.parse(at) - start) / query.step);
      const sums = counts.get(step) ?? { error: 0, warn: 0, info: 0, debug: 0 };
      sums[level] += 1;
      counts.set(step, sums);
    });
    return {
      scanned,
      counts: [...counts].flatMap(([step, sums]) =>
        (Object.keys(sums) as LogLevel[])
          .filter(level => sums[level] > 0)
          .map(level => ({
            at: start + step * query.step,
            level,
            count: sums[level],
          })),
      ),
    };
  }

  /** The runs in the query's scopes, and the part of its range that any of them may fill. */
  async #runs(
    query: LogHistoryQuery,
  ): Promise<{ runs: PlacedRun[]; from: number; to: number }> {
    const from = Date.parse(query.from);
    // A part of a millisecond at the end belongs to the range.
    const to = Date.parse(query.to) + 1;
    const namespaces = [
      ...new Set(query.scopes.map(({ namespace }) => namespace)),
    ];
    const found = await Promise.all(
      namespaces.map(async namespace => {
        const { items } = await this.#store.runs(namespace, query.signal);
        return chooseRuns(
          items,
          query.scopes.filter(scope => scope.namespace === namespace),
          from,
          to,
        ).map(run => ({ ...run, namespace }));
      }),
    );
    const runs = found.flat();
    const first = Math.min(...runs.map(({ startedAt }) => startedAt));
    return { runs, from: Math.min(to, Math.max(from, first)), to };
  }

  /** @returns how many lines were read for it */
  async #read(
    runs: readonly PlacedRun[],
    query: LogHistoryQuery,
    from: number,
    to: number,
    onLine: (line: LogHistoryLine, level: LogLevel) => void,
  ): Promise<number> {
    const byId = new Map(
      runs
        .filter(run => run.startedAt < to && (run.endedAt ?? Infinity) >= from)
        .map(run => [run.id, { run, test: LineTest.of(query) }]),
    );
    let scanned = 0;
    const ids = [...byId.keys()];
    for await (const [id, at, text] of this.#store.lines(
      ids,
      from,
      to,
      query.signal,
    )) {
      const known = byId.get(id);
      if (known && at >= query.from && at < query.to) {
        scanned += 1;
        const level = known.test.read(text);
        if (level) {
          const { namespace, pod, podUid, container } = known.run;
          onLine({ at, text, namespace, pod, podUid, container }, level);
        }
      }
    }
    return scanned;
  }
}

/** Stable, so lines of one time stay as their run has them. */
function byTime(a: LogHistoryLine, b: LogHistoryLine): number {
  if (a.at === b.at) {
    return 0;
  }
  return a.at < b.at ? -1 : 1;
}
