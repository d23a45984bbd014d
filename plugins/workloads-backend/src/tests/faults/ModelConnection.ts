import {
  Clock,
  ClusterConnection,
  ClusterDefinition,
  ClusterError,
  ClusterResponse,
} from '@domaindeck/backstage-plugin-workloads-node';
import { Chance } from './Chance';
import { ModelAnswer } from './ModelAnswers';
import { ModelServer } from './ModelServer';

/** Most milliseconds of a way to the server and back. */
const LATENCY_MS = 40;

/** As a real connection has them when it is not told otherwise. */
const HEADERS_TIMEOUT_MS = 10_000;
const BODY_TIMEOUT_MS = 30_000;

interface GetOptions {
  readonly signal?: AbortSignal;
  readonly headersTimeout?: number;
  readonly bodyTimeout?: number;
  readonly accept?: string;
}

/** A connection to a {@link ModelServer}, with the time-outs that a real one has. */
export class ModelConnection implements ClusterConnection {
  readonly cluster: ClusterDefinition;
  readonly #server: ModelServer;
  readonly #clock: Clock;
  readonly #chance: Chance;

  static create(options: {
    cluster: ClusterDefinition;
    server: ModelServer;
    clock: Clock;
    chance: Chance;
  }): ModelConnection {
    return new ModelConnection(options);
  }

  private constructor(options: {
    cluster: ClusterDefinition;
    server: ModelServer;
    clock: Clock;
    chance: Chance;
  }) {
    this.cluster = options.cluster;
    this.#server = options.server;
    this.#clock = options.clock;
    this.#chance = options.chance;
  }

  get(path: string, options: GetOptions = {}): Promise<ClusterResponse> {
    const { signal, accept } = options;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      let cancel = () => {};
      let stopListening = () => {};
      const finish = (settle: () => void) => {
        cancel();
        stopListening();
        settle();
      };
      const onAbort = () => finish(() => reject(signal?.reason));
      signal?.addEventListener('abort', onAbort);
      stopListening = () => signal?.removeEventListener('abort', onAbort);
      cancel = this.#clock.after(this.#chance.below(LATENCY_MS), () => {
        const answer = this.#server.answer(
          new URL(path, this.cluster.url),
          accept,
        );
        if (answer.kind === 'response') {
          finish(() => resolve(this.#deliver(answer, options)));
        } else if (answer.kind === 'hangs') {
          cancel = this.#clock.after(
            options.headersTimeout ?? HEADERS_TIMEOUT_MS,
            () => finish(() => reject(this.#error('timeout'))),
          );
        } else {
          const problem = answer.kind === 'resets' ? 'reset' : 'refused';
          finish(() => reject(this.#error(problem)));
        }
      });
    });
  }

  /** @throws Error always: the cache writes nothing */
  async post(): Promise<ClusterResponse> {
    throw new Error('The watch cache has nothing to write');
  }

  async close(): Promise<void> {}

  #deliver(
    { status, headers, body, stalls }: ModelAnswer & { kind: 'response' },
    { signal, bodyTimeout }: GetOptions,
  ): ClusterResponse {
    const onAbort = () => body.fail(new Error('aborted'));
    signal?.addEventListener('abort', onAbort);
    body.onClose(() => signal?.removeEventListener('abort', onAbort));
    if (stalls) {
      const cancel = this.#clock.after(bodyTimeout ?? BODY_TIMEOUT_MS, () =>
        body.fail(this.#error('timeout')),
      );
      body.onClose(cancel);
    }
    return { status, headers, body: body.response };
  }

  #error(problem: 'timeout' | 'reset' | 'refused'): ClusterError {
    return new ClusterError(
      this.cluster.name,
      problem,
      `the connection ended: ${problem}`,
    );
  }
}
