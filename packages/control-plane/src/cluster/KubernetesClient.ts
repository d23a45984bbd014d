import { Agent, request } from 'node:https';
import { NotFoundError } from '@backstage/errors';

/** A Kubernetes object as far as this package looks into it. */
export interface KubernetesObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly ownerReferences?: readonly { readonly uid: string }[];
    readonly deletionTimestamp?: string;
  };
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
}

/** What an API server answered. */
export interface KubernetesAnswer {
  readonly status: number;
  readonly text: string;
}

interface ApiResources {
  readonly resources: readonly {
    readonly name: string;
    readonly kind: string;
    readonly namespaced: boolean;
  }[];
}

/**
 * The few calls that setting up a cluster needs, with one token.
 */
export class KubernetesClient {
  readonly #url: string;
  readonly #token: string;
  readonly #agent: Agent;
  readonly #resources = new Map<string, Promise<ApiResources>>();

  private constructor(url: string, token: string, agent: Agent) {
    this.#url = url;
    this.#token = token;
    this.#agent = agent;
  }

  static create(options: {
    url: string;
    ca: string;
    token: string;
  }): KubernetesClient {
    return new KubernetesClient(
      options.url,
      options.token,
      new Agent({ ca: options.ca, keepAlive: true, maxSockets: 8 }),
    );
  }

  /** @throws when the server does not answer within 15 s; any HTTP status is an answer */
  async send(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<KubernetesAnswer> {
    const content = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const call = request(
        `${this.#url}${path}`,
        {
          method,
          agent: this.#agent,
          timeout: 15_000,
          headers: {
            authorization: `Bearer ${this.#token}`,
            accept: 'application/json',
            ...(content && {
              'content-type':
                method === 'PATCH'
                  ? 'application/merge-patch+json'
                  : 'application/json',
              'content-length': Buffer.byteLength(content),
            }),
          },
        },
        response => {
          const chunks: Buffer[] = [];
          response.on('data', chunk => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              text: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        },
      );
      call.on('timeout', () =>
        call.destroy(new Error(`${path} did not answer`)),
      );
      call.on('error', reject);
      call.end(content);
    });
  }

  /** @throws Error for any status that is neither 2xx nor one of `accepted` */
  async json<T>(
    method: string,
    path: string,
    options?: { body?: unknown; accepted?: readonly number[] },
  ): Promise<T> {
    const { status, text } = await this.send(method, path, options?.body);
    if (
      (status < 200 || status > 299) &&
      !options?.accepted?.includes(status)
    ) {
      throw new Error(
        `${method} ${path} was answered with ${status}: ${text.slice(0, 500)}`,
      );
    }
    return JSON.parse(text) as T;
  }

  async list(path: string): Promise<readonly KubernetesObject[]> {
    // Version 0 is answered from the server's memory: cheap enough to be asked every second.
    const { items } = await this.json<{ items: KubernetesObject[] | null }>(
      'GET',
      `${path}?resourceVersion=0`,
    );
    return items ?? [];
  }

  /**
   * Creates an object; one that is there already is left alone.
   * @throws NotFoundError when the server does not know the kind
   */
  async create(object: KubernetesObject): Promise<void> {
    await this.json('POST', await this.#pathOf(object), {
      body: object,
      accepted: [409],
    });
  }

  close(): void {
    this.#agent.destroy();
  }

  async #pathOf(object: KubernetesObject): Promise<string> {
    const { apiVersion = 'v1', kind, metadata } = object;
    const base = apiVersion.includes('/')
      ? `/apis/${apiVersion}`
      : `/api/${apiVersion}`;
    const known =
      this.#resources.get(base) ?? this.json<ApiResources>('GET', base);
    this.#resources.set(base, known);
    const resource = (await known).resources.find(
      candidate => candidate.kind === kind && !candidate.name.includes('/'),
    );
    if (!resource) {
      throw new NotFoundError(
        `The cluster does not know ${apiVersion} ${kind} (of ${metadata.name})`,
      );
    }
    return resource.namespaced
      ? `${base}/namespaces/${metadata.namespace ?? 'default'}/${resource.name}`
      : `${base}/${resource.name}`;
  }
}
