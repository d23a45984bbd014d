import {
  detectLogLevel,
  LogCondition,
  logTimeMs,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  LogHistoryCount,
  LogHistoryLine,
  LogHistoryPage,
  LogHistoryQuery,
  LogHistorySource,
} from '../logs/LogHistorySource';

/**
 * A {@link LogHistorySource} in memory. It does what the contract of a source says, with JavaScript's expressions.
 * @public
 */
export class FakeLogHistory implements LogHistorySource {
  readonly name = 'memory';
  /** The lines that it holds, in any order. */
  readonly lines: LogHistoryLine[] = [];
  /** Everything that was asked, in order. */
  readonly queries: LogHistoryQuery[] = [];
  /** Thrown by every method while it is set. */
  failure?: Error;

  static create(lines: readonly LogHistoryLine[] = []): FakeLogHistory {
    return new FakeLogHistory(lines);
  }

  private constructor(lines: readonly LogHistoryLine[]) {
    this.lines.push(...lines);
  }

  async status(): Promise<{ newestAt?: string }> {
    this.#fail();
    return { newestAt: this.#sorted().at(-1)?.at };
  }

  async search(
    query: LogHistoryQuery & {
      readonly direction: 'backward' | 'forward';
      readonly limit: number;
    },
  ): Promise<LogHistoryPage> {
    const found = this.#find(query);
    const { limit, direction } = query;
    return {
      lines:
        direction === 'forward'
          ? found.slice(0, limit)
          : found.slice(Math.max(0, found.length - limit)),
      more: found.length > limit,
      scanned: this.lines.length,
    };
  }

  async count(
    query: LogHistoryQuery & { readonly step: number },
  ): Promise<{ counts: readonly LogHistoryCount[]; scanned: number }> {
    const start = logTimeMs(query.from);
    const counts = this.#find(query).map(line => ({
      at:
        start +
        Math.floor((logTimeMs(line.at) - start) / query.step) * query.step,
      level: levelOf(line),
      count: 1,
    }));
    return { counts, scanned: this.lines.length };
  }

  #find(query: LogHistoryQuery): LogHistoryLine[] {
    this.#fail();
    this.queries.push(query);
    return this.#sorted().filter(
      line =>
        line.at >= query.from &&
        line.at < query.to &&
        query.scopes.some(
          scope =>
            scope.namespace === line.namespace &&
            (scope.container ?? line.container) === line.container &&
            (!scope.pods || matchesOne(line.pod, scope.pods)) &&
            !matchesOne(line.pod, scope.exceptPods),
        ) &&
        query.include.every(condition => matches(line.text, condition)) &&
        !query.exclude.some(condition => matches(line.text, condition)) &&
        (query.levels?.includes(levelOf(line)) ?? true),
    );
  }

  #sorted(): LogHistoryLine[] {
    return [...this.lines].sort((a, b) => {
      if (a.at === b.at) {
        return 0;
      }
      return a.at < b.at ? -1 : 1;
    });
  }

  #fail(): void {
    if (this.failure) {
      throw this.failure;
    }
  }
}

function levelOf({ text }: LogHistoryLine) {
  return detectLogLevel(text) ?? 'info';
}

function matches(line: string, condition: LogCondition): boolean {
  const { text, regex, caseSensitive } = condition;
  const pattern = regex ? text : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(pattern, caseSensitive ? '' : 'i').test(line);
}

function matchesOne(pod: string, patterns: readonly string[] = []): boolean {
  return patterns.some(pattern => new RegExp(`^(?:${pattern})$`).test(pod));
}
