import { isError, ServiceUnavailableError } from '@backstage/errors';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { request } from 'undici';
import { z } from 'zod';
import { LokiConfig } from '../config/readLokiConfig';
import { lokiError } from './lokiError';
import { countsSchema, labelsSchema, streamsSchema } from './responses';

/** Milliseconds until an answer has to be whole. */
const PATIENCE = 10_000;
/** Milliseconds for which one that was silent is not asked again: a page asks several things, and waits for each. */
const REST = 10_000;
/** Bytes of an answer. */
const LARGEST = 64 * 1024 * 1024;
/** Characters of an address that every proxy takes. */
const LONGEST_ADDRESS = 4_000;

/** Parameters of a call, as Loki names them. */
type Parameters = Readonly<Record<string, string>>;
type LogStreams = z.infer<typeof streamsSchema>['data'];
type LogCounts = z.infer<typeof countsSchema>['data'];

/**
 * Asks one Loki. Every method throws an error of `@backstage/errors` whose message says what is wrong; no message holds
 * a value of a header.
 */
export class LokiClient {
  readonly #config: LokiConfig;
  readonly #clock: Clock;
  /** Milliseconds since 1970 until which it is taken to be silent. */
  #silentUntil = 0;

  static create(config: LokiConfig, clock: Clock): LokiClient {
    return new LokiClient(config, clock);
  }

  private constructor(config: LokiConfig, clock: Clock) {
    this.#config = config;
    this.#clock = clock;
  }

  async labels(parameters: Parameters): Promise<readonly string[]> {
    const answer = await this.#ask('labels', parameters, labelsSchema);
    return answer.data ?? [];
  }

  async lines(
    parameters: Parameters,
    signal: AbortSignal,
  ): Promise<LogStreams> {
    return (await this.#ask('query_range', parameters, streamsSchema, signal))
      .data;
  }

  async counts(
    call: 'query' | 'query_range',
    parameters: Parameters,
    signal: AbortSignal,
  ): Promise<LogCounts> {
    return (await this.#ask(call, parameters, countsSchema, signal)).data;
  }

  async #ask<T>(
    call: string,
    parameters: Parameters,
    schema: z.ZodType<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    if (this.#now() < this.#silentUntil) {
      throw this.#silent();
    }
    const timeout = new AbortController();
    const cancel = this.#clock.after(PATIENCE, () => timeout.abort());
    try {
      const text = await this.#send(
        call,
        parameters,
        signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal,
      );
      return this.#read(text, schema);
    } catch (error) {
      signal?.throwIfAborted();
      if (timeout.signal.aborted) {
        // Labels cost it nothing; what is much to ask says nothing about what others ask.
        if (call === 'labels') {
          this.#silentUntil = this.#now() + REST;
        }
        throw this.#silent();
      }
      throw error;
    } finally {
      cancel();
    }
  }

  async #send(
    call: string,
    parameters: Parameters,
    signal: AbortSignal,
  ): Promise<string> {
    const { url, headers, tenant } = this.#config;
    const path = `${url}/loki/api/v1/${call}`;
    const query = new URLSearchParams(parameters).toString();
    const long = path.length + query.length > LONGEST_ADDRESS;
    const answer = await request(long ? path : `${path}?${query}`, {
      method: long ? 'POST' : 'GET',
      body: long ? query : undefined,
      headers: {
        ...headers,
        accept: 'application/json',
        ...(tenant !== undefined && { 'x-scope-orgid': tenant }),
        ...(long && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      signal,
    }).catch(error => {
      throw this.#unreachable(error);
    });
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    try {
      for await (const chunk of answer.body) {
        bytes += chunk.byteLength;
        if (bytes > LARGEST) {
          answer.body.destroy();
          throw new ServiceUnavailableError(
            `${this.#name} sends more than ${
              LARGEST / 1024 / 1024
            } MiB for one question; ask for less`,
          );
        }
        chunks.push(chunk);
      }
    } catch (error) {
      throw error instanceof ServiceUnavailableError
        ? error
        : this.#unreachable(error);
    }
    const text = Buffer.concat(chunks).toString('utf8');
    if (answer.statusCode !== 200) {
      throw lokiError(this.#config, answer.statusCode, text);
    }
    return text;
  }

  #read<T>(text: string, schema: z.ZodType<T>): T {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      value = undefined;
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      throw new ServiceUnavailableError(
        `${this.#name} does not answer as Loki does; check ${
          this.#config.key
        }.url`,
      );
    }
    return parsed.data;
  }

  #unreachable(error: unknown): Error {
    const code = isError(error) && error.code ? String(error.code) : 'broken';
    return new ServiceUnavailableError(
      `${this.#name} cannot be reached (${code})`,
    );
  }

  #silent(): Error {
    return new ServiceUnavailableError(
      `${this.#name} has not answered within ${
        PATIENCE / 1000
      } s; ask for a shorter time or less`,
    );
  }

  #now(): number {
    return this.#clock.now().getTime();
  }

  get #name(): string {
    return `Loki at ${new URL(this.#config.url).host}`;
  }
}
