import { StreamRecord } from '@domaindeck/backstage-plugin-workloads-common';
import { Clock } from '../clock';

/** Heartbeats come every 15 s; two missed ones and some slack mean that the network holds the answer back. */
const SILENT_MS = 40_000;
/** Changes of one moment are shown at once; too short for an eye to notice. */
const BATCH_MS = 50;

/** Why a stream is over: told by the server, ended without a word (`closed`), or no record in 40 s (`silent`). */
export interface StreamEnd {
  readonly kind:
    | 'reset'
    | 'reauthenticate'
    | 'revoked'
    | 'shutdown'
    | 'poll'
    | 'closed'
    | 'silent';
}

/**
 * Reads one stream to its end and hands records out in batches. Resolves when the stream is over or was aborted.
 * @throws what the stream throws, except because of the abort.
 */
export async function readRecords(options: {
  clock: Clock;
  signal: AbortSignal;
  open: (signal: AbortSignal) => AsyncIterable<StreamRecord>;
  onRecords: (records: readonly StreamRecord[]) => void;
}): Promise<StreamEnd> {
  const { clock, signal, open, onRecords } = options;
  const inner = new AbortController();
  const abort = () => inner.abort();
  signal.addEventListener('abort', abort);

  let silent = false;
  const watch = () =>
    clock.after(SILENT_MS, () => {
      silent = true;
      inner.abort();
    });
  let cancelWatch = watch();

  let batch: StreamRecord[] = [];
  let cancelFlush: (() => void) | undefined;
  const flush = () => {
    cancelFlush?.();
    cancelFlush = undefined;
    const records = batch;
    batch = [];
    if (records.length > 0 && !signal.aborted) {
      onRecords(records);
    }
  };

  try {
    for await (const record of open(inner.signal)) {
      cancelWatch();
      if (signal.aborted) {
        return { kind: 'closed' };
      }
      cancelWatch = watch();
      batch.push(record);
      if (record.type === 'reset') {
        flush();
        return { kind: 'reset' };
      }
      if (record.type === 'end') {
        flush();
        return { kind: record.reason };
      }
      cancelFlush ??= clock.after(BATCH_MS, flush);
    }
    flush();
    return { kind: silent ? 'silent' : 'closed' };
  } catch (error) {
    flush();
    if (silent) {
      return { kind: 'silent' };
    }
    if (signal.aborted) {
      return { kind: 'closed' };
    }
    throw error;
  } finally {
    cancelWatch();
    cancelFlush?.();
    signal.removeEventListener('abort', abort);
    inner.abort();
  }
}
