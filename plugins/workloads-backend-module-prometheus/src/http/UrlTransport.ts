import { isError, ServiceUnavailableError } from '@backstage/errors';
import { request } from 'undici';
import { PrometheusConfig } from '../config/readPrometheusConfig';
import { headersOf } from './headersOf';
import { PrometheusTransport, TransportAnswer } from './PrometheusTransport';

/** A Prometheus at an address that the portal reaches by itself. */
export class UrlTransport implements PrometheusTransport {
  readonly name: string;
  readonly key: string;
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;

  static create(config: PrometheusConfig, url: string): UrlTransport {
    return new UrlTransport(config, url);
  }

  private constructor(config: PrometheusConfig, url: string) {
    this.name = `Prometheus at ${new URL(url).host}`;
    this.key = `${config.key}.url`;
    this.#url = url;
    this.#headers = headersOf(config);
  }

  /** By POST: the names of many pods are longer than an address may be. */
  async send(
    call: string,
    parameters: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<TransportAnswer> {
    try {
      const { statusCode, body } = await request(
        `${this.#url}/api/v1/${call}`,
        {
          method: 'POST',
          body: new URLSearchParams(parameters).toString(),
          headers: {
            ...this.#headers,
            accept: 'application/json',
            'content-type': 'application/x-www-form-urlencoded',
          },
          signal,
        },
      );
      return { status: statusCode, body };
    } catch (error) {
      const code = isError(error) && error.code ? String(error.code) : 'broken';
      throw new ServiceUnavailableError(
        `${this.name} cannot be reached (${code})`,
      );
    }
  }

  explain(): undefined {
    return undefined;
  }
}
