import {
  LogHistogram,
  LogLevelCounts,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  LOG_LEVELS,
  LogBuffer,
  LogLineRow,
} from '@domaindeck/backstage-plugin-workloads-react';

/** The first line of level error. */
export function firstErrorOf(rows: LogBuffer): LogLineRow | undefined {
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows.at(index);
    if (row?.kind === 'line' && row.level === 'error') {
      return row;
    }
  }
  return undefined;
}

/** The counts without the levels that are not shown. */
export function onlyLevels(
  histogram: LogHistogram,
  levels: readonly (keyof LogLevelCounts)[],
): LogHistogram {
  return {
    ...histogram,
    buckets: histogram.buckets.map(({ at, counts }) => ({
      at,
      counts: {
        error: levels.includes('error') ? counts.error : 0,
        warn: levels.includes('warn') ? counts.warn : 0,
        info: levels.includes('info') ? counts.info : 0,
        debug: levels.includes('debug') ? counts.debug : 0,
      },
    })),
  };
}

/** How many lines each level has in all. */
export function sumsOf(histogram: LogHistogram): LogLevelCounts {
  const sums = { error: 0, warn: 0, info: 0, debug: 0 };
  histogram.buckets.forEach(({ counts }) =>
    LOG_LEVELS.forEach(level => {
      sums[level] += counts[level];
    }),
  );
  return sums;
}

/** All lines that were counted. */
export function linesOf(histogram: LogHistogram): number {
  return Object.values(sumsOf(histogram)).reduce((sum, one) => sum + one, 0);
}
