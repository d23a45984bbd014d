import { LogCoverage } from '@domaindeck/backstage-plugin-workloads-common';
import { LogNote } from './LogRow';

/**
 * Where stored and live lines of each cluster meet. A page says it while it reaches to the live lines; the row that
 * shows it is due with the page that has the first line before, which may be a later one.
 */
export class LogSeams {
  readonly #waiting = new Map<string, { at: string; unsure: boolean }>();
  readonly #drawn = new Set<string>();

  static create(): LogSeams {
    return new LogSeams();
  }

  private constructor() {}

  /** Takes note of what a page says. Only the first one knows whether the seam is proven. */
  note(coverage: readonly LogCoverage[]): void {
    for (const { cluster, stored, oldestLiveAt, unsure } of coverage) {
      if (stored && oldestLiveAt && !this.#waiting.has(cluster)) {
        this.#waiting.set(cluster, {
          at: oldestLiveAt,
          unsure: unsure ?? false,
        });
      }
    }
  }

  /**
   * The rows that are to be drawn now, each once.
   * @param oldest - Time of the first row at hand.
   * @param newest - Time of the last one.
   */
  due(
    oldest: string | undefined,
    newest: string | undefined,
  ): { at: string; note: LogNote }[] {
    return [...this.#waiting].flatMap(([cluster, { at, unsure }]) => {
      const divides =
        oldest !== undefined &&
        newest !== undefined &&
        oldest < at &&
        at <= newest;
      if (!divides || this.#drawn.has(cluster)) {
        return [];
      }
      this.#drawn.add(cluster);
      return [{ at, note: { kind: 'seam', cluster, unsure } }];
    });
  }
}
