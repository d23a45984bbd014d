import { LogBuffer } from './LogBuffer';

/** Rows looked at before the time is looked at: a fraction of a millisecond of work. */
const CHUNK = 1_000;
/** Milliseconds of work before the page may breathe: half of what it has for one picture. */
const SLICE_MS = 8;

/**
 * Looks through all lines for a text or pattern, in pieces between which the page stays alive.
 * @param options.pause - Resolves when the page has breathed; `false` ends the search.
 * @param options.elapsed - A clock in milliseconds.
 * @returns ids of the rows that hold it, oldest first
 * @public
 */
export async function findRows(
  rows: LogBuffer,
  wanted: string | RegExp,
  options: { pause: () => Promise<boolean>; elapsed: () => number },
): Promise<readonly number[]> {
  const { pause, elapsed } = options;
  const found: number[] = [];
  // One that goes on where it found something last would find every other line.
  const pattern =
    typeof wanted === 'string'
      ? new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'i')
      : new RegExp(wanted.source, wanted.flags.replace('g', ''));
  let since = elapsed();
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows.at(index);
    if (row?.kind === 'line' && pattern.test(row.text)) {
      found.push(row.id);
    }
    if (index % CHUNK === CHUNK - 1 && elapsed() - since >= SLICE_MS) {
      if (!(await pause())) {
        return found;
      }
      since = elapsed();
    }
  }
  return found;
}
