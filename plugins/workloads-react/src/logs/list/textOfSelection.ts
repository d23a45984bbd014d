import { LogReader } from '../feed';

/** What somebody has marked in a list: all of it, or from one row to another, by their ids in any order. */
export type MarkedRows = 'all' | readonly [number, number];

/**
 * All lines that are marked, from the store: the page holds only those on the screen.
 * @returns undefined for what is within one row, which the browser knows better
 */
export function textOfSelection(
  reader: LogReader,
  marked: MarkedRows,
): string | undefined {
  const { rows } = reader.store;
  const [a, b] =
    marked === 'all'
      ? [0, rows.length - 1]
      : marked.map(id => rows.indexOf(id));
  if (a === undefined || b === undefined || (a === b && marked !== 'all')) {
    return undefined;
  }
  const lines: string[] = [];
  for (let index = Math.min(a, b); index <= Math.max(a, b); index += 1) {
    const row = rows.at(index);
    if (row?.kind === 'line') {
      lines.push(row.text);
    }
  }
  return lines.join('\n');
}
