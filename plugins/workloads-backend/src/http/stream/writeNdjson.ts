import { once } from 'node:events';
import { Response } from 'express';

/** A reader that takes nothing for so many milliseconds is cut off; it resumes from its last record. */
const STALLED = 60_000;

/**
 * Answers with batches of records, one JSON text a line, at the reader's pace.
 *
 * @remarks
 *
 * The headers are sent with the first batch, so that an error before it still becomes an ordinary error answer. An
 * error later cuts the connection: a stream that just ended would look complete.
 *
 * @param signal - aborts when the reader has gone
 */
export async function writeNdjson(
  response: Response,
  batches: AsyncIterable<readonly object[]>,
  signal: AbortSignal,
): Promise<void> {
  const iterator = batches[Symbol.asyncIterator]();
  try {
    let next = await iterator.next();
    response.writeHead(200, {
      'content-type': 'application/x-ndjson; charset=utf-8',
      // no-transform keeps compression and proxies from holding lines back.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    while (!next.done && !signal.aborted) {
      const text = next.value
        .map(record => `${JSON.stringify(record)}\n`)
        .join('');
      if (!response.write(text)) {
        await drained(response, signal);
      }
      next = await iterator.next();
    }
    response.end();
  } catch (error) {
    if (!response.headersSent) {
      throw error;
    }
    response.destroy();
  } finally {
    await iterator.return?.(undefined);
  }
}

async function drained(response: Response, signal: AbortSignal): Promise<void> {
  if (!signal.aborted) {
    await once(response, 'drain', {
      signal: AbortSignal.any([signal, AbortSignal.timeout(STALLED)]),
    });
  }
}
