import {
  LogLevel,
  LogLevelCounts,
} from '@domaindeck/backstage-plugin-workloads-common';

/** What was read and what of it is shown. */
export class LogTally {
  readonly #levels: Record<LogLevel, number> = {
    error: 0,
    warn: 0,
    info: 0,
    debug: 0,
  };
  #scanned = 0;
  #matched = 0;

  static create(): LogTally {
    return new LogTally();
  }

  private constructor() {}

  scan(): void {
    this.#scanned += 1;
  }

  /** A line that the filter of texts lets through. */
  level(level: LogLevel): void {
    this.#levels[level] += 1;
  }

  match(): void {
    this.#matched += 1;
  }

  read(): { scanned: number; matched: number; levels: LogLevelCounts } {
    return {
      scanned: this.#scanned,
      matched: this.#matched,
      levels: { ...this.#levels },
    };
  }
}
