import { LogLevelCounts } from '@domaindeck/backstage-plugin-workloads-common';

/**
 * How much was read and how much of it is shown. `scanned` and `levels` are absent where a history does not count them.
 * @public
 */
export interface LogCounts {
  readonly scanned?: number;
  readonly matched: number;
  /** After the text filter, before the filter of levels. */
  readonly levels?: LogLevelCounts;
}

/** The counts of two answers that follow each other. */
export function addCounts(a: LogCounts, b: LogCounts): LogCounts {
  const levels =
    a.levels && b.levels
      ? {
          error: a.levels.error + b.levels.error,
          warn: a.levels.warn + b.levels.warn,
          info: a.levels.info + b.levels.info,
          debug: a.levels.debug + b.levels.debug,
        }
      : a.levels ?? b.levels;
  return {
    matched: a.matched + b.matched,
    ...((a.scanned !== undefined || b.scanned !== undefined) && {
      scanned: (a.scanned ?? 0) + (b.scanned ?? 0),
    }),
    ...(levels && { levels }),
  };
}
