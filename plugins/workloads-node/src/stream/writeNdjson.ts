import { ServerResponse } from 'node:http';
import { writePieces } from './writePieces';

/**
 * Answers with batches of records, one JSON text a line, at the reader's pace; see {@link writePieces}.
 *
 * @param signal - aborts when the reader has gone
 * @param encode - makes the lines of a batch
 * @public
 */
export function writeNdjson<T extends object>(
  response: ServerResponse,
  batches: AsyncIterable<readonly T[]>,
  signal: AbortSignal,
  encode: (batch: readonly T[]) => string | Buffer = asLines,
): Promise<void> {
  const headers = { 'content-type': 'application/x-ndjson; charset=utf-8' };
  return writePieces(response, batches, { signal, headers, encode });
}

function asLines(batch: readonly object[]): string {
  return batch.map(record => `${JSON.stringify(record)}\n`).join('');
}
