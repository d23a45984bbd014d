import { LogBuffer } from './LogBuffer';

/** Rows looked at before the page may breathe: 2 to 4 ms of work for lines of the usual length. */
const CHUNK = 4_000;

/**
 * Looks through all lines for a text, in pieces between which the page stays alive.
 * @param pause - Resolves when the page has breathed; `false` ends the search.
 * @returns ids of the rows that hold it, oldest first
 * @public
 */
export async function findRows(
  rows: LogBuffer,
  wanted: string,
  pause: () => Promise<boolean>,
): Promise<readonly number[]> {
  const found: number[] = [];
  const pattern = new RegExp(
    wanted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
    'i',
  );
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows.at(index);
    if (row?.kind === 'line' && pattern.test(row.text)) {
      found.push(row.id);
    }
    if (index % CHUNK === CHUNK - 1 && !(await pause())) {
      return found;
    }
  }
  return found;
}
