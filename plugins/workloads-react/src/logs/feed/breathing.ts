import { breathe } from './breathe';

/** Milliseconds of work before the page may draw: most of what it has for one picture. */
const SLICE_MS = 12;

/**
 * Passes on what comes, and lets the page draw in between: thousands of records that have arrived already would else
 * all be read before the first is seen.
 *
 * @param elapsed - a clock in milliseconds
 */
export async function* breathing<T>(
  records: AsyncIterable<T>,
  elapsed: () => number,
): AsyncGenerator<T> {
  let since = elapsed();
  for await (const record of records) {
    yield record;
    if (elapsed() - since >= SLICE_MS) {
      await breathe();
      since = elapsed();
    }
  }
}
