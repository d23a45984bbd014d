import { Clock } from '../clock';

/** Heartbeats come every 15 s; two missed ones and some slack mean that the network holds the answer back. */
const SILENT_MS = 40_000;
/** Changes of one moment are shown at once; too short for an eye to notice. */
const BATCH_MS = 50;

/**
 * Why a stream is over: told by the server, ended without a word (`closed`), or no record in 40 s (`silent`).
 * @public
 */
export interface StreamEnd<K extends string> {
  readonly kind: K | 'closed' | 'silent';
}

/**
 * Reads one stream to its end and hands records out in batches. Resolves when the stream is over or was aborted.
 * @throws what the stream throws, except because of the abort.
 * @public
 */
export async function readRecords<R, K extends string>(options: {
  clock: Clock;
  signal: AbortSignal;
  open: (signal: AbortSignal) => AsyncIterable<R>;
  /** What the server says with a record that is the last one; undefined for all others. */
  endOf: (record: R) => K | undefined;
  onRecords: (records: readonly R[]) => void;
  /** When the records of a batch are handed out, 50 ms after the first unless told; the answer cancels it. */
  schedule?: (flush: () => void) => () => void;
}): Promise<StreamEnd<K>> {
  const { clock, signal, open, endOf, onRecords } = options;
  const schedule =
    options.schedule ?? ((call: () => void) => clock.after(BATCH_MS, call));
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

  let batch: R[] = [];
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
      const end = endOf(record);
      if (end) {
        flush();
        return { kind: end };
      }
      cancelFlush ??= schedule(flush);
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
