import { ServerResponse } from 'node:http';

/** A reader that takes nothing for so many milliseconds is cut off; it resumes from its last record. */
const STALLED = 60_000;

/**
 * Answers piece by piece at the reader's pace.
 *
 * @remarks
 *
 * The headers are sent with the first batch, so that an error before it still becomes an ordinary error answer. An
 * error later cuts the connection: a stream that just ended would look complete.
 *
 * @param options.signal - aborts when the reader has gone
 * @public
 */
export async function writePieces<T>(
  response: ServerResponse,
  pieces: AsyncIterable<T>,
  options: {
    readonly signal: AbortSignal;
    readonly headers: Readonly<Record<string, string>>;
    readonly encode: (piece: T) => string | Buffer;
  },
): Promise<void> {
  const { signal, headers, encode } = options;
  const iterator = pieces[Symbol.asyncIterator]();
  try {
    let next = await iterator.next();
    response.writeHead(200, {
      ...headers,
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

/** Resolves when the reader has taken what was written, or has gone. */
function drained(response: ServerResponse, signal: AbortSignal): Promise<void> {
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
