import { BenchResult } from './Benchmark';

const HEADINGS = ['id', 'ours', 'peer', 'ratio', 'limit', 'goal', 'met'];

function figure(value: number | undefined, unit = ''): string {
  if (value === undefined) {
    return '-';
  }
  const digits = Number.isInteger(value) || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)}${unit && ` ${unit}`}`;
}

/** How many times as much the peer takes. */
export function ratio({ value, peer }: BenchResult): string {
  if (peer === undefined) {
    return '-';
  }
  if (value === 0) {
    return peer === 0 ? '1x' : 'all saved';
  }
  return `${(peer / value).toFixed(peer / value >= 10 ? 0 : 1)}x`;
}

/** The results as a table for a terminal. */
export function renderTable(results: readonly BenchResult[]): string {
  const rows = results.map(result => [
    result.id,
    figure(result.value, result.unit),
    figure(result.peer, result.unit),
    ratio(result),
    figure(result.limit, result.unit),
    result.goal,
    result.met ? 'yes' : 'NO',
  ]);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map(row => row[column].length)),
  );
  return [HEADINGS, widths.map(width => '-'.repeat(width)), ...rows]
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
