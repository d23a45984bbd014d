import { IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { once } from 'node:events';
import { KubernetesContractTarget } from './KubernetesContractTarget';
import { OpenWatch } from './OpenWatch';
import { Body } from './Body';

/** An answer with its body read. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly date: string;
  readonly text: string;
  readonly body: Body;
}

/** What may differ from an ordinary request of the administrator. */
export interface CallOptions {
  /** Empty for a request without credentials. */
  readonly token?: string;
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly rawBody?: string;
  readonly contentType?: string;
}

/** Where a client sends to, and as whom. */
export type ContractAddress = Omit<KubernetesContractTarget, 'forgetHistory'>;

/** How the server under contract is reached. */
export type ContractAccess = Omit<KubernetesContractTarget, 'forgetHistory'>;

/** Plain HTTP to the server under contract: nothing between the assertion and the wire. */
export class ContractClient {
  readonly #target: ContractAddress;
  readonly #watches = new Set<OpenWatch>();

  private constructor(target: ContractAddress) {
    this.#target = target;
  }

  static create(target: ContractAddress): ContractClient {
    return new ContractClient(target);
  }

  get restrictedToken(): string {
    return this.#target.restrictedToken;
  }

  async call(
    method: string,
    path: string,
    options: CallOptions = {},
  ): Promise<Answer> {
    const response = await this.#send(method, path, options);
    const chunks: Buffer[] = [];
    for await (const chunk of response) {
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString('utf8');
    const contentType = response.headers['content-type'] ?? '';
    return {
      status: response.statusCode ?? 0,
      contentType,
      date: response.headers.date ?? '',
      text,
      body: contentType.startsWith('application/json')
        ? JSON.parse(text)
        : { metadata: {} },
    };
  }

  get(path: string, token?: string): Promise<Answer> {
    return this.call('GET', path, { token });
  }

  post(path: string, body: unknown, token?: string): Promise<Answer> {
    return this.call('POST', path, { body, token });
  }

  /** @param query - without `watch=true` */
  async watch(path: string, query: string): Promise<OpenWatch> {
    const response = await this.#send('GET', `${path}?watch=true&${query}`, {});
    const watch = OpenWatch.read(response);
    this.#watches.add(watch);
    return watch;
  }

  /** Leaves no open watch. */
  close(): void {
    this.#watches.forEach(watch => watch.close());
  }

  async #send(
    method: string,
    path: string,
    options: CallOptions,
  ): Promise<IncomingMessage> {
    const { url, ca, adminToken } = this.#target;
    const token = options.token ?? adminToken;
    const body =
      options.rawBody ??
      (options.body === undefined ? undefined : JSON.stringify(options.body));
    const send = url.startsWith('https:') ? requestHttps : requestHttp;
    const request = send(`${url}${path}`, {
      method,
      ca,
      agent: false,
      headers: {
        Accept: 'application/json',
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && {
          'Content-Type': options.contentType ?? 'application/json',
          'Content-Length': Buffer.byteLength(body),
        }),
      },
    });
    request.end(body);
    const [response] = await once(request, 'response');
    return response;
  }
}
