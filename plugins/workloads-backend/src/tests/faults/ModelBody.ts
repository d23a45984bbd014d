import { ClusterResponse } from '@domaindeck/backstage-plugin-workloads-node';

/** The body of an answer that arrives piece by piece, without a network. */
export class ModelBody implements AsyncIterable<Uint8Array> {
  readonly #chunks: Buffer[] = [];
  readonly #onClose = new Set<() => void>();
  #wake = () => {};
  #ended = false;
  #error: Error | undefined;
  #closed = false;

  static create(): ModelBody {
    return new ModelBody();
  }

  private constructor() {}

  /** Whether nobody reads any more, or nothing more comes. */
  get closed(): boolean {
    return this.#closed || this.#ended || this.#error !== undefined;
  }

  push(chunk: Buffer): void {
    if (!this.closed) {
      this.#chunks.push(chunk);
      this.#wake();
    }
  }

  /** A clean end. */
  end(): void {
    if (!this.closed) {
      this.#ended = true;
      this.#close();
    }
  }

  /** A connection that breaks; what was not read is lost. */
  fail(error: Error): void {
    if (!this.closed) {
      this.#chunks.length = 0;
      this.#error = error;
      this.#close();
    }
  }

  onClose(listener: () => void): void {
    this.#onClose.add(listener);
  }

  /** It as a client gets it. */
  get response(): ClusterResponse['body'] {
    return {
      [Symbol.asyncIterator]: () => this[Symbol.asyncIterator](),
      text: () => this.#text(),
      json: async () => JSON.parse(await this.#text()),
      destroy: error => this.fail(error ?? new Error('the body was destroyed')),
    };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        if (this.#error) {
          throw this.#error;
        }
        const chunk = this.#chunks.shift();
        if (chunk) {
          yield chunk;
        } else if (this.#ended) {
          return;
        } else {
          await new Promise<void>(resolve => {
            this.#wake = resolve;
          });
        }
      }
    } finally {
      this.#closed = true;
      this.#close();
    }
  }

  async #text(): Promise<string> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this) {
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  #close(): void {
    this.#wake();
    this.#onClose.forEach(listener => listener());
    this.#onClose.clear();
  }
}
