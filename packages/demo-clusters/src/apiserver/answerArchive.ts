import { RunLog, timeOfLine } from '../logs/RunLog';
import { ARCHIVE_HOURS, RunArchive } from '../logs/RunArchive';
import { ResponseWriter } from './ResponseWriter';
import { StatusError } from '../writes/StatusError';

/** Where the log store of a demo cluster answers; no real API server has it. */
export const ARCHIVE_PATH = '/demo/logs';

/** What is asked of the store. */
interface ArchiveCall {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly writer: ResponseWriter;
  readonly now: number;
}

/**
 * Answers for the log store that a demo cluster has beside it:
 *
 * - `GET /demo/logs/runs?namespace=`: the runs of containers, and how long they are kept
 * - `GET /demo/logs/lines?run=&run=&from=&to=`: their lines between two times in milliseconds, as NDJSON
 *   `[run, time, text]`, one run after the other
 */
export async function answerArchive(
  archive: RunArchive,
  call: ArchiveCall,
): Promise<void> {
  const { path, query, writer, now } = call;
  if (path === `${ARCHIVE_PATH}/runs`) {
    const items = archive
      .of(query.get('namespace') ?? '')
      .map(({ id, pod, podUid, container, startedAt, endedAt }) => ({
        id,
        pod,
        podUid,
        container,
        startedAt,
        endedAt,
      }));
    writer.json(200, { keptFor: `PT${ARCHIVE_HOURS}H`, now, items });
    return;
  }
  if (path !== `${ARCHIVE_PATH}/lines`) {
    writer.text(404, '404 page not found\n');
    return;
  }
  const from = timeParameter(query, 'from');
  const to = Math.min(timeParameter(query, 'to'), now);
  writer.beginText();
  for (const id of query.getAll('run').map(Number)) {
    const run = archive.get(id);
    if (run) {
      const log = RunLog.of(run);
      const end = log.count(now);
      for (let index = log.from(from, now); index < end; index += 1) {
        const line = log.line(index);
        if (line.at >= to) {
          break;
        }
        await writer.write(
          `${JSON.stringify([id, timeOfLine(line), line.text])}\n`,
        );
        if (writer.closed) {
          return;
        }
      }
    }
  }
  await writer.end();
}

function timeParameter(query: URLSearchParams, name: string): number {
  const value = Number(query.get(name) ?? '');
  if (!Number.isSafeInteger(value) || !query.has(name)) {
    throw StatusError.badRequest(`${name} must be milliseconds since 1970`);
  }
  return value;
}
