import { ServerResponse } from 'node:http';

/** Lines handed to the socket at once. */
const PIECE = 1_000;
/** What fills a line up to 150 bytes, its time with it. */
const REST =
  'level=info msg="payment authorised" order=8f3ba41 amount="118.17 CNY" provider=card attempt=1 durationMs=24';

/** Writes lines of 150 bytes whose times are of just now and grow by a microsecond; waits while nobody takes them. */
export async function writeBurst(
  response: ServerResponse,
  lines: number,
): Promise<void> {
  const start = Date.now() - Math.ceil(lines / 1000);
  for (let from = 0; from < lines; from += PIECE) {
    let piece = '';
    for (let index = from; index < Math.min(lines, from + PIECE); index += 1) {
      const at = new Date(start + Math.floor(index / 1000)).toISOString();
      const micros = String(index % 1000).padStart(3, '0');
      const time = `${at.slice(0, -1)}${micros}000Z`;
      piece += `${time} ${REST} n=${String(index).padStart(9, '0')}\n`;
    }
    if (!response.write(piece) && !response.destroyed) {
      await drained(response);
    }
    if (response.destroyed) {
      return;
    }
  }
}

/** Resolves when more may be written, or nobody reads any more. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.once('drain', done);
    response.once('close', done);
  });
}
