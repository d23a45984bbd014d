import {
  Clock,
  ClusterAnswer,
  ClusterError,
  ClusterWrite,
  readWhole,
  WritableClusterConnection,
} from '@domaindeck/backstage-plugin-workloads-node';
import { DriverError } from '../DriverError';
import { secretRefusal, SecretSubject } from '../secrets/secretRefusal';
import { errorOf, readRefusal, Refusal } from './refusals';

/** A list may have to wait in the API server's own queue before its first byte. */
const HEADERS_TIMEOUT_MS = 30_000;
/** Of one page, whose length is chosen so that the largest objects that etcd takes fit. */
const MAX_BYTES = 32 * 1024 * 1024;

/** An answer, or the refusal that came instead of it. */
export type Outcome =
  | { readonly text: string; readonly refusal?: undefined }
  | { readonly text?: undefined; readonly refusal: Refusal };

/** Requests to one API server whose failures are {@link DriverError}s; an abort is the caller's own. */
export class ClusterRequests {
  readonly #connection: WritableClusterConnection;
  readonly #clock: Clock;

  static create(
    connection: WritableClusterConnection,
    clock: Clock,
  ): ClusterRequests {
    return new ClusterRequests(connection, clock);
  }

  private constructor(connection: WritableClusterConnection, clock: Clock) {
    this.#connection = connection;
    this.#clock = clock;
  }

  get cluster(): string {
    return this.#connection.cluster.name;
  }

  now(): Date {
    return this.#clock.now();
  }

  /** @throws DriverError without a status when the server does not answer */
  async get(
    path: string,
    signal: AbortSignal | undefined,
    accept?: string,
  ): Promise<Outcome> {
    return this.#outcome(signal, async () => {
      const { status, headers, body } = await this.#connection.get(path, {
        signal,
        headersTimeout: HEADERS_TIMEOUT_MS,
        ...(accept ? { accept } : {}),
      });
      const text = await readWhole(this.#connection.cluster, body, MAX_BYTES);
      return { status, headers, text };
    });
  }

  /** @throws DriverError without a status when the server does not answer; it has perhaps done it */
  async write(
    request: ClusterWrite,
    signal: AbortSignal | undefined,
  ): Promise<Outcome> {
    return this.#outcome(signal, () =>
      this.#connection.write(request, { signal }),
    );
  }

  /**
   * What a refusal is to the caller: the server's own words, but where they may quote a value.
   *
   * @param secret - where the request was about Secrets
   */
  error(refusal: Refusal, secret?: SecretSubject): DriverError {
    return secret && refusal.code !== 401
      ? secretRefusal(refusal, this.cluster, secret)
      : errorOf(refusal, this.cluster);
  }

  async #outcome(
    signal: AbortSignal | undefined,
    ask: () => Promise<ClusterAnswer>,
  ): Promise<Outcome> {
    try {
      const answer = await ask();
      return answer.status >= 200 && answer.status < 300
        ? { text: answer.text }
        : { refusal: readRefusal(answer, this.now()) };
    } catch (error) {
      signal?.throwIfAborted();
      throw new DriverError({
        message:
          error instanceof ClusterError
            ? error.message
            : `Cluster ${this.cluster} could not be asked: ${error}`,
      });
    }
  }
}
