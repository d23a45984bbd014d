import { ClusterResponse } from '@domaindeck/backstage-plugin-workloads-node';

/** The body of an answer that goes on until it is ended or breaks. */
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
      const chunk = this.#chunks.shift();
      if (this.#state === 'failed') {
        throw new Error('the connection broke');
      }
      if (chunk) {
        yield chunk;
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
