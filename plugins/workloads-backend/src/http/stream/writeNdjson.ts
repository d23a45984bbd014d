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
 * @param encode - makes the lines of a batch
 */
export async function writeNdjson<T extends object>(
  response: Response,
  batches: AsyncIterable<readonly T[]>,
  signal: AbortSignal,
  encode: (batch: readonly T[]) => string | Buffer = asLines,
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
      if (!response.write(encode(next.value))) {
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

function asLines(batch: readonly object[]): string {
  return batch.map(record => `${JSON.stringify(record)}\n`).join('');
}

/** Resolves when the reader has taken what was written, or has gone. */
function drained(response: Response, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let cancel = () => {};
    const finish = () => {
      cancel();
      response.off('drain', finish);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(() => {
      reject(new Error(`The reader took nothing for ${STALLED} ms`));
      finish();
    }, STALLED);
    cancel = () => clearTimeout(timer);
    response.on('drain', finish);
    signal.addEventListener('abort', finish);
    if (signal.aborted) {
      finish();
    }
  });
}
