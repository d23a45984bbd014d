import { ServerResponse } from 'node:http';

/** A real server sends a bookmark a minute. */
const BOOKMARK_MS = 60_000;

/** One open watch. */
export class LoadWatch {
  readonly #path: string;
  readonly #response: ServerResponse;
  /** Lines that came during the initial events, which they must follow. */
  #waiting: string[] | undefined;

  /** @param version - the latest version, for bookmarks */
  static open(
    path: string,
    response: ServerResponse,
    version: () => number,
    onClose: () => void,
  ): LoadWatch {
    return new LoadWatch(path, response, version, onClose);
  }

  private constructor(
    path: string,
    response: ServerResponse,
    version: () => number,
    onClose: () => void,
  ) {
    this.#path = path;
    this.#response = response;
    response.setHeader('content-type', 'application/json');
    response.flushHeaders();
    const timer = setInterval(() => {
      if (!this.#waiting) {
        response.write(bookmark(version(), false));
      }
    }, BOOKMARK_MS);
    response.on('close', () => {
      clearInterval(timer);
      onClose();
    });
  }

  /** Bytes that the reader has not taken. */
  get backlog(): number {
    return this.#response.writableLength;
  }

  send(path: string, line: string): void {
    if (path !== this.#path) {
      return;
    }
    if (this.#waiting) {
      this.#waiting.push(line);
    } else {
      this.#response.write(line);
    }
  }

  /**
   * Sends a list as a watch, at the reader's pace.
   * @param version - from which the watch goes on
   */
  async sendAll(
    texts: readonly (() => string)[],
    version: number,
  ): Promise<void> {
    this.#waiting = [];
    for (const text of texts) {
      if (this.#response.destroyed) {
        return;
      }
      if (!this.#response.write(`{"type":"ADDED","object":${text()}}\n`)) {
        await this.#taken();
      }
    }
    this.#response.write(bookmark(version, true));
    const waiting = this.#waiting.splice(0);
    this.#waiting = undefined;
    waiting.forEach(line => this.#response.write(line));
  }

  /** Resolves when the reader has taken what was sent, or has gone. */
  #taken(): Promise<void> {
    return new Promise(resolve => {
      const done = () => {
        this.#response.off('drain', done).off('close', done);
        resolve();
      };
      this.#response.on('drain', done).on('close', done);
    });
  }

  cut(): void {
    this.#response.destroy();
  }

  /** Says that what the reader wants to go on from is too long ago. */
  expire(): void {
    this.#response.end(
      '{"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired","message":"too old resource version"}}\n',
    );
  }
}

function bookmark(version: number, initialEnd: boolean): string {
  const annotations = initialEnd
    ? { annotations: { 'k8s.io/initial-events-end': 'true' } }
    : {};
  return `${JSON.stringify({
    type: 'BOOKMARK',
    object: {
      kind: 'Bookmark',
      apiVersion: 'v1',
      metadata: { resourceVersion: String(version), ...annotations },
    },
  })}\n`;
}
