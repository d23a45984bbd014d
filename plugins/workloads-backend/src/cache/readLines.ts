import { FeedError } from './FeedError';

/** Far above any object: etcd takes 1.5 MB. What is longer is no record, and buffering it would take the process down. */
const MAX_LINE_BYTES = 8 * 1024 * 1024;

/** What brings less than this of a line in the time that silence may last is as good as silent. */
const SIGN_OF_LIFE_BYTES = 64 * 1024;

const NEWLINE = 0x0a;

/**
 * Cuts a body into lines, one batch for each chunk that completes some. An empty batch is a sign of life: another 64 KiB
 * of a line that is still under way. Whoever takes a batch empties it, so that no line outlives its record.
 *
 * @throws FeedError when a line is longer than 8 MB, or the body ends within one: a stream that is cut there looks like
 * one that has come to its end.
 */
export async function* readLines(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<string[]> {
  let rest: Buffer[] = [];
  let restBytes = 0;
  let tellAt = SIGN_OF_LIFE_BYTES;
  const take = (part: Buffer) => {
    restBytes += part.length;
    if (restBytes > MAX_LINE_BYTES) {
      throw new FeedError(
        'garbled',
        `the API server sent a line of more than ${
          MAX_LINE_BYTES / 1024 / 1024
        } MB`,
      );
    }
    rest.push(part);
  };
  const flush = () => {
    const line = (rest.length === 1 ? rest[0] : Buffer.concat(rest)).toString(
      'utf8',
    );
    rest = [];
    restBytes = 0;
    return line;
  };
  // A function of its own: what a generator has touched stays in memory while it waits, and a line holds whole objects.
  const cut = (chunk: Uint8Array) => {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const lines: string[] = [];
    let start = 0;
    for (
      let end = bytes.indexOf(NEWLINE);
      end !== -1;
      end = bytes.indexOf(NEWLINE, start)
    ) {
      take(bytes.subarray(start, end));
      lines.push(flush());
      start = end + 1;
    }
    if (start < bytes.length) {
      // A copy: a part of a line must not keep its whole chunk in memory.
      take(Buffer.from(bytes.subarray(start)));
    }
    return lines;
  };
  for await (const chunk of body) {
    const lines = cut(chunk);
    if (lines.length > 0) {
      tellAt = SIGN_OF_LIFE_BYTES;
      yield lines;
    } else if (restBytes >= tellAt) {
      tellAt = restBytes + SIGN_OF_LIFE_BYTES;
      yield lines;
    }
  }
  if (restBytes > 0) {
    throw new FeedError('broken', 'its watch ended within a line');
  }
}
