import { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { StatusError } from '../writes/StatusError';

/** Text is handed to the socket in pieces of about this many characters, so that no answer holds the process. */
const PIECE = 128 * 1024;

/** Writes one answer: whole when it is small, in pieces with back-pressure when it is large. */
export class ResponseWriter {
  readonly #response: ServerResponse;
  #pending = '';
  #closed = false;

  private constructor(response: ServerResponse) {
    this.#response = response;
    response.once('close', () => {
      this.#closed = true;
    });
  }

  static create(response: ServerResponse): ResponseWriter {
    return new ResponseWriter(response);
  }

  /** Whether nobody reads any more. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Calls back once when nobody reads any more. */
  onClose(listener: () => void): void {
    this.#response.once('close', listener);
  }

  json(code: number, body: unknown): void {
    this.raw(code, JSON.stringify(body));
  }

  raw(code: number, json: string): void {
    this.#head(code, 'application/json', Buffer.byteLength(json));
    this.#response.end(json);
  }

  text(code: number, body: string): void {
    this.#head(code, 'text/plain; charset=utf-8', Buffer.byteLength(body));
    this.#response.end(body);
  }

  /** Before the head is out this is an ordinary refusal; after it the connection is cut, as nothing else is honest. */
  error(error: unknown): void {
    if (this.#response.headersSent) {
      this.#response.destroy();
    } else if (error instanceof StatusError) {
      this.json(error.code, error);
    } else {
      const message = error instanceof Error ? error.message : String(error);
      this.json(500, StatusError.of(500, 'InternalError', message));
    }
  }

  /** Begins an answer that is written in pieces. */
  begin(): void {
    this.#head(200, 'application/json', undefined);
    this.#response.flushHeaders();
  }

  /** The same for a plain text. */
  beginText(): void {
    this.#head(200, 'text/plain', undefined);
    this.#response.flushHeaders();
  }

  /** Adds text; waits while the reader is slow. */
  async write(text: string): Promise<void> {
    this.#pending += text;
    if (this.#pending.length >= PIECE) {
      await this.flush();
    }
  }

  async flush(): Promise<void> {
    const text = this.#pending;
    this.#pending = '';
    if (text === '' || this.#closed) {
      return;
    }
    if (!this.#response.write(text)) {
      await this.#drained();
    }
    // A drain may come within the same turn: without this a long list would keep everybody else waiting.
    await nextTurn();
  }

  #drained(): Promise<void> {
    const response = this.#response;
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

  async end(): Promise<void> {
    await this.flush();
    this.#response.end();
  }

  #head(code: number, contentType: string, length: number | undefined): void {
    this.#response.writeHead(code, {
      'Content-Type': contentType,
      'Cache-Control': 'no-cache, private',
      ...(length !== undefined && { 'Content-Length': length }),
    });
  }
}
