import { StreamRecord } from '@domaindeck/backstage-plugin-workloads-common';

/**
 * Records on their way to one reader.
 * @public
 */
export class RecordQueue<R = StreamRecord> {
  readonly #records: R[];
  #closed = false;
  #error?: Error;
  #wake?: () => void;

  static of<R = StreamRecord>(records: readonly R[]): RecordQueue<R> {
    return new RecordQueue([...records]);
  }

  private constructor(records: R[]) {
    this.#records = records;
  }

  put(record: R): void {
    this.#records.push(record);
    this.#wake?.();
  }

  /** Ends the reader as an aborted request does. */
  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  /** Ends the reader as a broken connection does. */
  break(error: Error): void {
    this.#error = error;
    this.#wake?.();
  }

  async *read(): AsyncGenerator<R> {
    for (;;) {
      if (this.#closed) {
        return;
      }
      if (this.#error) {
        throw this.#error;
      }
      const record = this.#records.shift();
      if (record) {
        yield record;
      } else {
        await new Promise<void>(resolve => {
          this.#wake = resolve;
        });
      }
    }
  }
}
