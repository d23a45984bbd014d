import { Agent, request } from 'undici';
import { monotonicMs } from '../monotonicMs';

interface StreamedPod {
  readonly name: string;
  readonly containers: readonly { readonly restarts: number }[];
}

interface StreamedRecord {
  readonly type: string;
  readonly reason?: string;
  readonly item?: {
    readonly cluster: string;
    readonly pods: readonly StreamedPod[];
  };
}

/** What a viewer is told of. */
export interface StreamViewerOptions {
  readonly dispatcher: Agent;
  /** Of the entity's workloads. */
  readonly url: string;
  readonly token: string;
  /** Called with the mark of each change that is seen, and when; without it nothing is parsed. */
  readonly onMark?: (mark: number, at: number) => void;
}

/** A tab that is open: a snapshot, then the stream from its revision. */
export class StreamViewer {
  readonly #options: StreamViewerOptions;
  readonly #closing = new AbortController();
  readonly #seen = new Map<string, number>();
  #bytes = 0;
  #over: string | undefined;
  #reading: Promise<void> | undefined;

  /** Resolves when the stream is open. */
  static async open(options: StreamViewerOptions): Promise<StreamViewer> {
    const viewer = new StreamViewer(options);
    await viewer.#open();
    return viewer;
  }

  private constructor(options: StreamViewerOptions) {
    this.#options = options;
  }

  /** Of the stream, so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Why the stream has ended; undefined while it goes on. */
  get over(): string | undefined {
    return this.#over;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#reading;
  }

  async #open(): Promise<void> {
    const { dispatcher, url, token } = this.#options;
    const headers = { authorization: `Bearer ${token}` };
    const snapshot = await request(url, { dispatcher, headers });
    const { revision } = (await snapshot.body.json()) as { revision: string };
    const response = await request(`${url}/stream`, {
      dispatcher,
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ revision }),
      bodyTimeout: 0,
      signal: this.#closing.signal,
    });
    if (response.statusCode !== 200) {
      throw new Error(`A stream was answered with ${response.statusCode}`);
    }
    this.#reading = this.#read(response.body).catch(error => {
      this.#over ??= String(error);
    });
  }

  async #read(body: AsyncIterable<Buffer>): Promise<void> {
    let rest = '';
    for await (const chunk of body) {
      this.#bytes += chunk.length;
      if (!this.#options.onMark) {
        continue;
      }
      const at = monotonicMs();
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(line => this.#take(JSON.parse(line), at));
    }
    this.#over ??= 'the server ended it';
  }

  #take({ type, reason, item }: StreamedRecord, at: number): void {
    if (type === 'reset' || type === 'end') {
      this.#over = `${type}: ${reason}`;
    }
    for (const { name, containers } of item?.pods ?? []) {
      const pod = `${item?.cluster}/${name}`;
      const mark = containers[0]?.restarts ?? 0;
      const known = this.#seen.get(pod) ?? 0;
      if (mark > known) {
        this.#seen.set(pod, mark);
        this.#options.onMark?.(mark, at);
      }
    }
  }
}
