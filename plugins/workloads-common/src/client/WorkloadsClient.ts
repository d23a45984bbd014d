import { ResponseError } from '@backstage/errors';
import {
  ChangePage,
  Cluster,
  ClusterCheck,
  ClusterRoom,
  ClusterStatus,
  Environment,
  entityPath,
  EventPage,
  LiveObject,
  OpenResult,
  StreamRecord,
  UnclaimedNamespace,
  WorkloadDetail,
  WorkloadIdentity,
  WorkloadSnapshot,
} from '../model';
import { readNdjson } from './readNdjson';
import {
  CallOptions,
  ChangesQuery,
  EventsQuery,
  ObjectLocation,
  WorkloadsApi,
  WorkloadsFilter,
} from './WorkloadsApi';

type QueryValue = string | number | readonly string[] | undefined;

/**
 * {@link WorkloadsApi} over HTTP. Works in the browser with `discoveryApi` and `fetchApi`, and in any backend.
 * @public
 */
export class WorkloadsClient implements WorkloadsApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  /** {@inheritdoc WorkloadsApi.getClusters} */
  getClusters(options?: CallOptions): Promise<{ items: Cluster[] }> {
    return this.#get('/clusters', {}, options);
  }

  /** {@inheritdoc WorkloadsApi.getClusterCheck} */
  getClusterCheck(
    cluster: string,
    options?: CallOptions,
  ): Promise<ClusterCheck> {
    return this.#get(
      `/clusters/${encodeURIComponent(cluster)}/check`,
      {},
      options,
    );
  }

  /** {@inheritdoc WorkloadsApi.getClusterRoom} */
  getClusterRoom(cluster: string, options?: CallOptions): Promise<ClusterRoom> {
    return this.#get(
      `/clusters/${encodeURIComponent(cluster)}/room`,
      {},
      options,
    );
  }

  /** {@inheritdoc WorkloadsApi.getUnclaimedNamespaces} */
  getUnclaimedNamespaces(
    options?: CallOptions,
  ): Promise<{ items: UnclaimedNamespace[] }> {
    return this.#get('/unclaimed', {}, options);
  }

  /** {@inheritdoc WorkloadsApi.getEnvironments} */
  getEnvironments(
    entityRef: string,
    options?: CallOptions,
  ): Promise<{ items: Environment[]; clusters: ClusterStatus[] }> {
    return this.#get(
      `/entities/${entityPath(entityRef)}/environments`,
      {},
      options,
    );
  }

  /** {@inheritdoc WorkloadsApi.getWorkloads} */
  getWorkloads(
    entityRef: string,
    filter: WorkloadsFilter = {},
    options?: CallOptions,
  ): Promise<WorkloadSnapshot> {
    return this.#get(
      `/entities/${entityPath(entityRef)}/workloads`,
      { ...filter },
      options,
    );
  }

  /** {@inheritdoc WorkloadsApi.streamWorkloads} */
  async *streamWorkloads(
    entityRef: string,
    request: { revision: string; poll?: boolean },
    options?: CallOptions,
  ): AsyncGenerator<StreamRecord> {
    const response = await this.#request(
      `/entities/${entityPath(entityRef)}/workloads/stream`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        signal: options?.signal,
      },
    );
    if (response.body) {
      yield* readNdjson<StreamRecord>(response.body);
    }
  }

  /** {@inheritdoc WorkloadsApi.getEvents} */
  getEvents(
    entityRef: string,
    query: EventsQuery = {},
    options?: CallOptions,
  ): Promise<EventPage> {
    return this.#get(
      `/entities/${entityPath(entityRef)}/events`,
      { ...query },
      options,
    );
  }

  /** {@inheritdoc WorkloadsApi.getChanges} */
  getChanges(
    entityRef: string,
    query: ChangesQuery = {},
    options?: CallOptions,
  ): Promise<ChangePage> {
    return this.#get(
      `/entities/${entityPath(entityRef)}/changes`,
      { ...query },
      options,
    );
  }

  /** {@inheritdoc WorkloadsApi.getWorkload} */
  getWorkload(
    identity: WorkloadIdentity,
    options?: CallOptions,
  ): Promise<WorkloadDetail> {
    const { cluster, namespace, kind, name } = identity;
    return this.#get(
      segments`/clusters/${cluster}/namespaces/${namespace}/workloads/${kind}/${name}`,
      {},
      options,
    );
  }

  /** {@inheritdoc WorkloadsApi.getObject} */
  getObject(
    location: ObjectLocation,
    options?: CallOptions,
  ): Promise<LiveObject> {
    const { cluster, namespace, group, version, resource, name } = location;
    return this.#get(
      segments`/clusters/${cluster}/namespaces/${namespace}/objects/${group}/${version}/${resource}/${name}`,
      {},
      options,
    );
  }

  /** {@inheritdoc WorkloadsApi.open} */
  open(
    place: { cluster: string; namespace: string; name?: string },
    options?: CallOptions,
  ): Promise<OpenResult> {
    return this.#get('/open', { ...place }, options);
  }

  async #get<T>(
    path: string,
    query: Record<string, QueryValue>,
    options?: CallOptions,
  ): Promise<T> {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== undefined && one !== '') {
          params.append(name, String(one));
        }
      }
    }
    const search = params.toString();
    const response = await this.#request(search ? `${path}?${search}` : path, {
      signal: options?.signal,
    });
    return (await response.json()) as T;
  }

  async #request(path: string, init: RequestInit): Promise<Response> {
    const base = await this.#discoveryApi.getBaseUrl('workloads');
    const response = await this.#fetchApi.fetch(`${base}${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

/** A template tag that encodes every value as one segment of a path. */
function segments(
  strings: TemplateStringsArray,
  ...values: readonly string[]
): string {
  return String.raw({ raw: strings }, ...values.map(encodeURIComponent));
}
