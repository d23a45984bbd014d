import { Agent, request } from 'undici';
import { monotonicMs } from '../monotonicMs';

/** A browser that reads the log of the benchmark's service, as far as the wire goes. */
export class LogViewer {
  readonly #closing = new AbortController();
  readonly #startedAt = monotonicMs();
  #reading: Promise<void> = Promise.resolve();
  #lines = 0;
  #dropped = 0;
  #firstMs: number | undefined;
  #lastMs = 0;
  /** Milliseconds from a line's writing to its coming, of lines that say when they were written. */
  readonly delays: number[] = [];

  /** @param body - of the request for the stream */
  static async open(options: {
    readonly url: string;
    readonly token: string;
    readonly body: object;
  }): Promise<LogViewer> {
    const viewer = new LogViewer();
    const { body, statusCode } = await request(options.url, {
      dispatcher: new Agent(),
      method: 'POST',
      headers: {
        authorization: `Bearer ${options.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(options.body),
      bodyTimeout: 0,
      signal: viewer.#closing.signal,
    });
    if (statusCode !== 200) {
      throw new Error(`A log stream was answered with ${statusCode}`);
    }
    viewer.#reading = viewer.#read(body).catch(() => {});
    return viewer;
  }

  private constructor() {}

  get lines(): number {
    return this.#lines;
  }

  /** Lines that the server says it has left out. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Milliseconds from opening to the first line. */
  get firstMs(): number | undefined {
    return this.#firstMs;
  }

  /** Milliseconds from opening to the last line so far. */
  get lastMs(): number {
    return this.#lastMs;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#reading;
  }

  async #read(body: AsyncIterable<Buffer>): Promise<void> {
    let rest = '';
    for await (const chunk of body) {
      const at = monotonicMs();
      const records = (rest + chunk.toString()).split('\n');
      rest = records.pop() ?? '';
      for (const record of records) {
        if (record.startsWith('{"type":"line"')) {
          this.#lines += 1;
          this.#firstMs ??= at - this.#startedAt;
          this.#lastMs = at - this.#startedAt;
          const sent = /sent=([\d.]+)/.exec(record)?.[1];
          if (sent) {
            this.delays.push(at - Number(sent));
          }
        } else if (record.startsWith('{"type":"dropped"')) {
          this.#dropped += Number(/"count":(\d+)/.exec(record)?.[1] ?? 0);
        }
      }
    }
  }
}
