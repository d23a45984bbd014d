import { isError, ServiceUnavailableError } from '@backstage/errors';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { z } from 'zod';
import { PrometheusConfig } from '../config/readPrometheusConfig';
import { prometheusError } from './prometheusError';
import { PrometheusTransport } from './PrometheusTransport';
import { matrixSchema, vectorSchema } from './responses';

/** Milliseconds until an answer has to be whole. */
const PATIENCE = 10_000;
/** Bytes of an answer. */
const LARGEST = 32 * 1024 * 1024;

/** Series over time. */
export type Matrix = z.infer<typeof matrixSchema>;
/** Series at one moment. */
export type Vector = z.infer<typeof vectorSchema>;

/**
 * Asks one Prometheus. Every method throws an error of `@backstage/errors` whose message says what is wrong; no message
 * holds a value of a header.
 */
export class PrometheusClient {
  readonly #config: PrometheusConfig;
  readonly #transport: PrometheusTransport;
  readonly #clock: Clock;

  static create(options: {
    readonly config: PrometheusConfig;
    readonly transport: PrometheusTransport;
    readonly clock: Clock;
  }): PrometheusClient {
    return new PrometheusClient(options);
  }

  private constructor(options: {
    readonly config: PrometheusConfig;
    readonly transport: PrometheusTransport;
    readonly clock: Clock;
  }) {
    this.#config = options.config;
    this.#transport = options.transport;
    this.#clock = options.clock;
  }

  /** What the Prometheus is called. */
  get name(): string {
    return this.#transport.name;
  }

  /** What the portal has to be allowed in the cluster. */
  get rights(): PrometheusTransport['rights'] {
    return this.#transport.rights;
  }

  /** Times and step in milliseconds. */
  range(
    query: string,
    window: {
      readonly from: number;
      readonly to: number;
      readonly step: number;
    },
    signal: AbortSignal,
  ): Promise<Matrix> {
    return this.#ask(
      'query_range',
      {
        query,
        start: String(window.from / 1000),
        end: String(window.to / 1000),
        step: String(window.step / 1000),
        timeout: `${PATIENCE / 1000}s`,
      },
      matrixSchema,
      signal,
    );
  }

  /** As it is now. */
  now(query: string, signal: AbortSignal): Promise<Vector> {
    return this.#ask(
      'query',
      { query, timeout: `${PATIENCE / 1000}s` },
      vectorSchema,
      signal,
    );
  }

  async #ask<T>(
    call: string,
    parameters: Readonly<Record<string, string>>,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const timeout = new AbortController();
    const cancel = this.#clock.after(PATIENCE, () => timeout.abort());
    try {
      const text = await this.#send(
        call,
        parameters,
        AbortSignal.any([signal, timeout.signal]),
      );
      return this.#read(text, schema);
    } catch (error) {
      signal.throwIfAborted();
      if (timeout.signal.aborted) {
        throw new ServiceUnavailableError(
          `${this.#transport.name} has not answered within ${
            PATIENCE / 1000
          } s; ask for a shorter time or less`,
        );
      }
      throw error;
    } finally {
      cancel();
    }
  }

  async #send(
    call: string,
    parameters: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<string> {
    const { name } = this.#transport;
    const { status, body } = await this.#transport.send(
      call,
      parameters,
      signal,
    );
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    try {
      for await (const chunk of body) {
        bytes += chunk.byteLength;
        if (bytes > LARGEST) {
          body.destroy();
          break;
        }
        chunks.push(chunk);
      }
    } catch (error) {
      const code = isError(error) && error.code ? String(error.code) : 'broken';
      throw new ServiceUnavailableError(`${name} cannot be reached (${code})`);
    }
    if (bytes > LARGEST) {
      throw new ServiceUnavailableError(
        `${name} sends more than ${
          LARGEST / 1024 / 1024
        } MiB for one question; ask for less`,
      );
    }
    const text = Buffer.concat(chunks).toString('utf8');
    if (status !== 200) {
      throw (
        this.#transport.explain(status, text) ??
        prometheusError(this.#config, this.#transport, status, text)
      );
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
        `${this.#transport.name} does not answer as Prometheus does; check ${
          this.#transport.key
        }`,
      );
    }
    return parsed.data;
  }
}
