import { readFile } from 'node:fs/promises';
import { KubernetesCredential } from '@backstage/plugin-kubernetes-node';
import { Dispatcher, Pool } from 'undici';
import { Clock } from '../clock/Clock';
import { systemClock } from '../clock/systemClock';
import { CachedCredential } from '../credentials/CachedCredential';
import {
  IN_CLUSTER_CA_FILE,
  inClusterUrl,
  isInCluster,
} from '../credentials/inCluster';
import {
  ClusterAnswer,
  ClusterDefinition,
  ClusterIdentity,
  ClusterResponse,
  ClusterWrite,
  CredentialSource,
  WritableClusterConnection,
} from '../types';
import { impersonationHeaders } from '../impersonation/impersonationHeaders';
import { checkClusterPath } from './checkClusterPath';
import { checkPassedHeaders } from './checkPassedHeaders';
import { ClusterError } from './ClusterError';
import { explainConnectionError } from './explainConnectionError';
import { orAborted } from './orAborted';
import { readWhole } from './readWhole';

const CONNECT_TIMEOUT_MS = 5_000;
const HEADERS_TIMEOUT_MS = 10_000;
const BODY_TIMEOUT_MS = 30_000;
/** An admission webhook may take 30 s, and a write that was given up has perhaps been done. */
const WRITE_HEADERS_TIMEOUT_MS = 40_000;
/** Finds a peer that vanished without a word, well before a load balancer forgets a quiet connection. */
const TCP_KEEPALIVE_MS = 15_000;

interface RequestOptions {
  readonly method: 'GET' | ClusterWrite['method'];
  readonly path: string;
  readonly body?: string;
  /** Of the body; JSON unless told. */
  readonly contentType?: string;
  readonly signal?: AbortSignal;
  readonly headersTimeout?: number;
  readonly bodyTimeout?: number;
  readonly accept?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: ClusterIdentity;
}

const PATCH_TYPES = {
  apply: 'application/apply-patch+yaml',
  merge: 'application/merge-patch+json',
};

interface Endpoint {
  readonly pool: Pool;
  /** Of a server that lives below a path, as Rancher's proxy does. */
  readonly prefix: string;
}

/**
 * {@link WritableClusterConnection} on undici, with sockets of its own, so that one cluster's trouble is never another's.
 * @public
 */
export class DefaultClusterConnection implements WritableClusterConnection {
  readonly cluster: ClusterDefinition;
  readonly #credential: CachedCredential;
  #endpoint: Promise<Endpoint> | undefined;
  /** The client certificate with which the endpoint was opened; another one needs another endpoint. */
  #certificate: string | undefined;
  #closed = false;

  /** Opens nothing yet: a wrong URL or CA shows with the first request, and can be mended without a restart of others. */
  static create(options: {
    cluster: ClusterDefinition;
    credentials: CredentialSource;
    clock?: Clock;
  }): DefaultClusterConnection {
    return new DefaultClusterConnection(
      options.cluster,
      CachedCredential.create(
        options.cluster,
        options.credentials,
        options.clock ?? systemClock,
      ),
    );
  }

  private constructor(
    cluster: ClusterDefinition,
    credential: CachedCredential,
  ) {
    this.cluster = cluster;
    this.#credential = credential;
  }

  /** {@inheritDoc ClusterConnection.get} */
  get(
    path: string,
    options?: {
      signal?: AbortSignal;
      headersTimeout?: number;
      bodyTimeout?: number;
      accept?: string;
      headers?: Readonly<Record<string, string>>;
      as?: ClusterIdentity;
    },
  ): Promise<ClusterResponse> {
    return this.#request({ method: 'GET', path, ...options });
  }

  /** {@inheritDoc ClusterConnection.post} */
  post(
    path: string,
    body: unknown,
    options?: { signal?: AbortSignal; as?: ClusterIdentity },
  ): Promise<ClusterResponse> {
    return this.#request({
      method: 'POST',
      path,
      body: JSON.stringify(body),
      ...options,
    });
  }

  /** {@inheritDoc WritableClusterConnection.write} */
  async write(
    request: ClusterWrite,
    options?: { signal?: AbortSignal },
  ): Promise<ClusterAnswer> {
    const { method, path, body } = request;
    const signal = options?.signal;
    // Field by field: an identity that somebody smuggles past the types is not taken along.
    const {
      status,
      headers,
      body: answer,
    } = await this.#request({
      method,
      path,
      ...(body ? { body: JSON.stringify(body) } : {}),
      ...(method === 'PATCH' ? { contentType: PATCH_TYPES[request.type] } : {}),
      signal,
      headersTimeout: WRITE_HEADERS_TIMEOUT_MS,
    });
    try {
      return { status, headers, text: await readWhole(this.cluster, answer) };
    } catch (error) {
      signal?.throwIfAborted();
      throw explainConnectionError(this.cluster, error);
    }
  }

  /** {@inheritDoc ClusterConnection.close} */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#dropEndpoint();
  }

  async #request(request: RequestOptions): Promise<ClusterResponse> {
    checkClusterPath(request.path);
    checkPassedHeaders(request.headers);
    try {
      const credential = await orAborted(
        this.#credential.get(),
        request.signal,
      );
      const answer = await this.#send(request, credential);
      if (answer.statusCode !== 401) {
        return toResponse(answer);
      }
      const other = await orAborted(
        this.#credential.replace(credential),
        request.signal,
      );
      if (!other) {
        return toResponse(answer);
      }
      answer.body.destroy();
      return toResponse(await this.#send(request, other));
    } catch (error) {
      // The caller's own wish is no failure of the cluster.
      request.signal?.throwIfAborted();
      throw explainConnectionError(this.cluster, error);
    }
  }

  async #send(
    request: RequestOptions,
    credential: KubernetesCredential,
  ): Promise<Dispatcher.ResponseData> {
    const { pool, prefix } = await this.#open(credential);
    const answer = await pool.request({
      method: request.method,
      path: `${prefix}${request.path}`,
      headers: {
        ...request.headers,
        accept: request.accept ?? 'application/json',
        'user-agent': 'domaindeck',
        ...(credential.type === 'bearer token'
          ? { authorization: `Bearer ${credential.token}` }
          : {}),
        ...(request.body
          ? { 'content-type': request.contentType ?? 'application/json' }
          : {}),
        ...(request.as ? impersonationHeaders(request.as) : {}),
      },
      body: request.body,
      signal: request.signal,
      headersTimeout: request.headersTimeout ?? HEADERS_TIMEOUT_MS,
      bodyTimeout: request.bodyTimeout ?? BODY_TIMEOUT_MS,
    });
    // Who reads the body meets the error there; for one that nobody reads it would end the process.
    answer.body.on('error', () => {});
    return answer;
  }

  async #open(credential: KubernetesCredential): Promise<Endpoint> {
    if (this.#closed) {
      throw new ClusterError(
        this.cluster.name,
        'closed',
        'its connection was closed',
      );
    }
    const certificate =
      credential.type === 'x509 client certificate'
        ? credential.cert
        : undefined;
    if (this.#endpoint && this.#certificate !== certificate) {
      await this.#dropEndpoint();
    }
    if (!this.#endpoint) {
      this.#certificate = certificate;
      const opening = this.#createEndpoint(credential);
      this.#endpoint = opening;
      opening.catch(() => {
        if (this.#endpoint === opening) {
          this.#endpoint = undefined;
        }
      });
    }
    return this.#endpoint;
  }

  async #createEndpoint(credential: KubernetesCredential): Promise<Endpoint> {
    const url = this.#parseUrl();
    const pool = new Pool(url.origin, {
      // One stream's trouble must stay its own; and a proxy's limit of streams would starve the watches.
      allowH2: false,
      connect: {
        timeout: CONNECT_TIMEOUT_MS,
        keepAlive: true,
        keepAliveInitialDelay: TCP_KEEPALIVE_MS,
        ca: await this.#readCa(),
        rejectUnauthorized: !this.cluster.skipTLSVerify,
        ...(credential.type === 'x509 client certificate'
          ? { cert: credential.cert, key: credential.key }
          : {}),
      },
    });
    return { pool, prefix: url.pathname.replace(/\/+$/, '') };
  }

  #parseUrl(): URL {
    const text = isInCluster(this.cluster, process.env)
      ? inClusterUrl(process.env)
      : this.cluster.url;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || !['http:', 'https:'].includes(url.protocol)) {
      throw new ClusterError(
        this.cluster.name,
        'address',
        `"${text}" is not a URL; set the url of its kubernetes entry to something like https://host:6443`,
        undefined,
        { code: 'address.invalid', params: { url: text } },
      );
    }
    return url;
  }

  async #readCa(): Promise<string | undefined> {
    const { caData, caFile } = this.cluster;
    if (!caFile && caData) {
      return Buffer.from(caData, 'base64').toString('utf8');
    }
    const path =
      caFile ??
      (isInCluster(this.cluster, process.env) ? IN_CLUSTER_CA_FILE : undefined);
    if (!path) {
      return undefined;
    }
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      throw new ClusterError(
        this.cluster.name,
        'tls',
        `its CA file ${path} cannot be read; check the caFile of its kubernetes entry`,
        error,
        { code: 'tls.caFile', params: { path } },
      );
    }
  }

  async #dropEndpoint(): Promise<void> {
    const endpoint = this.#endpoint;
    this.#endpoint = undefined;
    // An endpoint that could not be opened holds nothing.
    const opened = await endpoint?.catch(() => undefined);
    await opened?.pool.destroy();
  }
}

function toResponse(answer: Dispatcher.ResponseData): ClusterResponse {
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: answer.body,
  };
}
