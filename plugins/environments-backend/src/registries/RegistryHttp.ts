import { isError } from '@backstage/errors';
import { Agent, Dispatcher, request } from 'undici';
import { RegistryOptions } from '../config/types';
import { RegistryError } from './RegistryError';

/** At once to one registry: more wait their turn. */
const CONNECTIONS = 6;
const MAX_REDIRECTS = 3;
const MAX_HEADERS = 32 * 1024;

/** One question. */
export interface RegistryCall {
  readonly method?: 'GET' | 'HEAD';
  readonly url: URL;
  readonly accept?: string;
  /** Is sent to the origin of the address only, whatever that answers. */
  readonly authorization?: string;
  /** The most bytes that are read. */
  readonly limit: number;
}

/** What came back. */
export interface RegistryAnswer {
  readonly status: number;
  readonly headers: Dispatcher.ResponseData['headers'];
  readonly body: Buffer;
}

/**
 * Asks the places of one registry's configuration and no others: the registry, where its tokens are given, and the hosts to
 * which it may redirect. Credentials go nowhere but to the origin that they were meant for.
 */
export class RegistryHttp {
  readonly #agent: Agent;
  readonly #host: string;
  readonly #origins: ReadonlySet<string>;
  readonly #redirectHosts: ReadonlySet<string>;
  readonly #patienceMs: number;

  /** @param patienceMs - until an answer has to be whole */
  static create(options: RegistryOptions, patienceMs: number): RegistryHttp {
    return new RegistryHttp(options, patienceMs);
  }

  private constructor(options: RegistryOptions, patienceMs: number) {
    this.#host = options.host;
    this.#origins = new Set(
      [options.url, options.tokenUrl].flatMap(url =>
        url ? [new URL(url).origin] : [],
      ),
    );
    this.#redirectHosts = new Set(options.redirectHosts);
    this.#patienceMs = patienceMs;
    this.#agent = new Agent({
      connections: CONNECTIONS,
      connect: { timeout: patienceMs },
      headersTimeout: patienceMs,
      bodyTimeout: patienceMs,
      maxHeaderSize: MAX_HEADERS,
    });
  }

  /** Whether an address is one that credentials may be sent to. */
  isOwn(url: URL): boolean {
    return this.#origins.has(url.origin);
  }

  /** @throws RegistryError; any status but a redirect is an answer */
  async ask(call: RegistryCall, signal?: AbortSignal): Promise<RegistryAnswer> {
    const patience = AbortSignal.timeout(this.#patienceMs);
    try {
      return await this.#follow(
        call,
        signal ? AbortSignal.any([signal, patience]) : patience,
      );
    } catch (error) {
      signal?.throwIfAborted();
      throw this.#explained(error, patience.aborted);
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #follow(
    call: RegistryCall,
    signal: AbortSignal,
  ): Promise<RegistryAnswer> {
    let { url } = call;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      if (!this.isOwn(url) && !this.#mayRedirectTo(url)) {
        throw new RegistryError(
          'elsewhere',
          `Registry ${this.#host} leads to ${
            url.host
          }, which is not among its redirectHosts`,
        );
      }
      const isMeant = url.origin === call.url.origin;
      const { statusCode, headers, body } = await request(url, {
        dispatcher: this.#agent,
        method: call.method ?? 'GET',
        headers: {
          'user-agent': 'domaindeck',
          ...(call.accept ? { accept: call.accept } : {}),
          ...(isMeant && call.authorization
            ? { authorization: call.authorization }
            : {}),
        },
        signal,
      });
      const { location } = headers;
      if (![301, 302, 303, 307, 308].includes(statusCode) || !location) {
        return {
          status: statusCode,
          headers,
          body: await this.#read(body, call.limit),
        };
      }
      // What a redirect says beside its target is of no interest, and the connection is free again.
      await body.dump({ limit: 16_384, signal }).catch(() => {});
      url = this.#target(String(location), url);
    }
    throw new RegistryError(
      'not-a-registry',
      `Registry ${this.#host} redirects without end`,
    );
  }

  #target(location: string, from: URL): URL {
    if (!URL.canParse(location, from.href)) {
      throw new RegistryError(
        'not-a-registry',
        `Registry ${this.#host} redirects to what is no address`,
      );
    }
    return new URL(location, from);
  }

  #mayRedirectTo(url: URL): boolean {
    return url.protocol === 'https:' && this.#redirectHosts.has(url.host);
  }

  async #read(
    body: Dispatcher.ResponseData['body'],
    limit: number,
  ): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body) {
      size += chunk.length;
      if (size > limit) {
        body.destroy();
        throw new RegistryError(
          'not-a-registry',
          `Registry ${
            this.#host
          } sends more than ${limit} bytes for one question`,
        );
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  #explained(error: unknown, isLate: boolean): RegistryError {
    if (error instanceof RegistryError) {
      return error;
    }
    const code = isError(error) && error.code ? String(error.code) : 'broken';
    if (isLate || code.endsWith('_TIMEOUT')) {
      return new RegistryError(
        'timeout',
        `Registry ${this.#host} has not answered within ${this.#patienceMs} ms`,
      );
    }
    return new RegistryError(
      'unreachable',
      `Registry ${this.#host} cannot be reached (${code})`,
    );
  }
}
