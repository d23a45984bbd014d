import { PanelLine } from './panelLines';

/**
 * What a chart shows, as rows: a time and the value of each line, undivided.
 * @public
 */
export interface PanelTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly [string, ...(number | null)[]])[];
}

/**
 * Writes the lines of a chart as a table.
 * @param window - RFC 3339 time of the first value, and the step in seconds
 * @public
 */
export function tableOf(
  lines: readonly PanelLine[],
  window: { readonly from: string; readonly step: number },
): PanelTable {
  const start = Date.parse(window.from);
  const length = Math.max(0, ...lines.map(({ values }) => values.length));
  return {
    head: ['time', ...lines.map(({ name }) => name)],
    rows: Array.from({ length }, (_, index) => [
      new Date(start + index * window.step * 1000).toISOString(),
      ...lines.map(({ values }) => values[index] ?? null),
    ]),
  };
}

/**
 * The same as comma-separated values (RFC 4180).
 * @public
 */
export function csvOf({ head, rows }: PanelTable): string {
  return [head, ...rows]
    .map(row => row.map(cell => quoted(cell)).join(','))
    .join('\r\n')
    .concat('\r\n');
}

function quoted(cell: string | number | null): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
