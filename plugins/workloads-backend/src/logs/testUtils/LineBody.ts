import { ClusterResponse } from '@domaindeck/backstage-plugin-workloads-node';

/** The body of an answer that goes on until it is ended or breaks. As of a real one, what came meanwhile is one piece. */
export class LineBody {
  readonly #encoder = new TextEncoder();
  #chunks: Uint8Array[] = [];
  #state: 'open' | 'ended' | 'failed' = 'open';
  #wake: () => void = () => {};
  #onDestroy: () => void = () => {};

  /** @param text - what it begins with */
  static of(text: string): LineBody {
    const body = new LineBody();
    if (text !== '') {
      body.push(text);
    }
    return body;
  }

  private constructor() {}

  push(text: string): void {
    this.#chunks.push(this.#encoder.encode(text));
    this.#wake();
  }

  end(): void {
    this.#state = this.#state === 'open' ? 'ended' : this.#state;
    this.#wake();
  }

  fail(): void {
    this.#state = 'failed';
    this.#wake();
  }

  onDestroy(listener: () => void): void {
    this.#onDestroy = listener;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      const chunks = this.#chunks;
      if (this.#state === 'failed') {
        throw new Error('the connection broke');
      }
      if (chunks.length > 0) {
        this.#chunks = [];
        yield Buffer.concat(chunks);
      } else if (this.#state === 'ended') {
        return;
      } else {
        await new Promise<void>(resolve => {
          this.#wake = resolve;
        });
      }
    }
  }

  async text(): Promise<string> {
    return Buffer.concat(this.#chunks).toString('utf8');
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  destroy: ClusterResponse['body']['destroy'] = () => {
    this.#onDestroy();
    this.fail();
  };
}
