import { KubernetesCredential } from '@backstage/plugin-kubernetes-node';
import { ClusterLogsConfig } from './logs/LogHistorySource';
import { ClusterMetricsConfig } from './metrics/MetricSource';

export type { KubernetesCredential } from '@backstage/plugin-kubernetes-node';

/**
 * One cluster as config gives it: upstream's `kubernetes:` entry joined with our own keys.
 * @public
 */
export interface ClusterDefinition {
  readonly name: string;
  readonly title?: string;
  /** Full ref of the group or person that looks after it. */
  readonly owner?: string;
  /** Base URL of the API server, without a trailing slash. */
  readonly url: string;
  /** development, testing, pre-production, production, or a name of the company's own; `unknown` without one. */
  readonly tier: string;
  readonly tags: readonly string[];
  readonly restricted: boolean;
  readonly selfService: boolean;
  readonly authMetadata: Readonly<Record<string, string>>;
  readonly caData?: string;
  readonly caFile?: string;
  readonly skipTLSVerify: boolean;
  /** How the portal may act as a person here; absent where it acts as itself alone. */
  readonly impersonate?: Impersonation;
  /** Where its log lines are stored; absent where only the pods hold them. */
  readonly logs?: ClusterLogsConfig;
  /** Where its measures are stored; absent where only the cluster itself tells what is used now. */
  readonly metrics?: ClusterMetricsConfig;
}

/**
 * Names that persons and departments of the portal have in a cluster.
 * @public
 */
export interface Impersonation {
  /** Stands before a person's name; empty unless told. */
  readonly userPrefix: string;
  /** Groups of the cluster by refs of catalog groups. A department that is not listed gives nothing there. */
  readonly groups: Readonly<Record<string, string>>;
}

/**
 * Who somebody is to a cluster.
 * @public
 */
export interface ClusterIdentity {
  readonly user: string;
  readonly groups: readonly string[];
}

/**
 * A domain lives in these namespaces of a cluster, by the operator's config.
 * @public
 */
export interface Binding {
  readonly domainRef: string;
  readonly cluster: string;
  readonly namespaces: readonly string[];
}

/**
 * Gives the portal's own credential for a cluster.
 * @public
 */
export interface CredentialSource {
  /** @throws when there is none; the message says which config key to set. */
  getCredential(cluster: ClusterDefinition): Promise<KubernetesCredential>;
}

/**
 * An answer of an API server. The body must be read or destroyed.
 * @public
 */
export interface ClusterResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: AsyncIterable<Uint8Array> & {
    text(): Promise<string>;
    json(): Promise<unknown>;
    destroy(error?: Error): void;
  };
}

/**
 * HTTP to one API server with the portal's own credential. Headers are built from scratch, redirects are not followed,
 * nothing that a browser sent reaches the cluster.
 * @public
 */
export interface ClusterConnection {
  readonly cluster: ClusterDefinition;
  /**
   * @param path - absolute path with query, such as `/api/v1/pods?limit=500`
   * @throws when the server does not answer: the message names the cluster, the cause in words and what to do
   */
  get(
    path: string,
    options?: {
      signal?: AbortSignal;
      /** Milliseconds until the headers; 10 000 unless told. */
      headersTimeout?: number;
      /** Milliseconds of silence within the body; 0 for none. 30 000 unless told. */
      bodyTimeout?: number;
      /** The media types that are wanted, as in an Accept header; JSON unless told. */
      accept?: string;
      /** More headers, for a service to which the cluster passes the request on. One that says who asks is refused. */
      headers?: Readonly<Record<string, string>>;
      /** In whose name the cluster is asked: its rights and its audit see that person. The portal's unless told. */
      as?: ClusterIdentity;
    },
  ): Promise<ClusterResponse>;
  /** Like {@link ClusterConnection.get} with a JSON body; for the self-checks of the API (access reviews). */
  post(
    path: string,
    body: unknown,
    options?: { signal?: AbortSignal; as?: ClusterIdentity },
  ): Promise<ClusterResponse>;
  /** Drops every socket. */
  close(): Promise<void>;
}

/**
 * A write, as it is sent.
 *
 * - `POST` makes what must not be there yet
 * - `PATCH` is a server-side apply of a whole object, or a merge of some fields, in which null removes
 * - `DELETE` takes options of the API's `DeleteOptions`, such as a precondition
 *
 * @public
 */
export type ClusterWrite =
  | { readonly method: 'POST'; readonly path: string; readonly body: object }
  | {
      readonly method: 'PATCH';
      readonly type: 'apply' | 'merge';
      readonly path: string;
      readonly body: object;
    }
  | {
      readonly method: 'DELETE';
      readonly path: string;
      readonly body?: object;
    };

/**
 * An answer that was read to its end.
 * @public
 */
export interface ClusterAnswer {
  readonly status: number;
  readonly headers: ClusterResponse['headers'];
  /** At most 8 MiB. */
  readonly text: string;
}

/**
 * A connection that may write as well. What only reads asks for a {@link ClusterConnection} and cannot write by mistake.
 * @public
 */
export interface WritableClusterConnection extends ClusterConnection {
  /**
   * Writes as the portal's own account. Nobody can be named in whose stead: an admission policy holds our account, and
   * only that one, to where it may write.
   *
   * @throws when the server does not answer, as {@link ClusterConnection.get}; whether it has written is then unknown
   */
  write(
    request: ClusterWrite,
    options?: { signal?: AbortSignal },
  ): Promise<ClusterAnswer>;
}
