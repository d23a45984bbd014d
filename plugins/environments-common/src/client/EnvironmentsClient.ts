import { ResponseError } from '@backstage/errors';
import { readNdjson } from '@domaindeck/backstage-plugin-workloads-common';
import {
  ClusterGuard,
  EnvironmentDrift,
  EnvironmentPage,
  EnvironmentRecord,
  HistoryPage,
  Options,
  Plan,
  PlanRequest,
  ResyncRequest,
  SecretValues,
  Specification,
  SpecificationPatch,
  Step,
  VersionPage,
  WatchRecord,
  WatchRequest,
} from '../model';
import {
  EnvironmentsApi,
  EnvironmentsCallOptions,
  EnvironmentsFilter,
  EnvironmentsPageQuery,
  EnvironmentsWriteOptions,
  VersionsQuery,
} from './EnvironmentsApi';

type QueryValue = string | number | readonly string[] | undefined;

/**
 * {@link EnvironmentsApi} over HTTP. Works in the browser with `discoveryApi` and `fetchApi`, and in any backend.
 * @public
 */
export class EnvironmentsClient implements EnvironmentsApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  /** {@inheritdoc EnvironmentsApi.getOptions} */
  getOptions(
    query: { domain: string; cluster?: string; baseline?: string },
    options?: EnvironmentsCallOptions,
  ): Promise<Options> {
    return this.#get('/options', { ...query }, options);
  }

  /** {@inheritdoc EnvironmentsApi.getGuards} */
  getGuards(
    options?: EnvironmentsCallOptions,
  ): Promise<{ items: ClusterGuard[] }> {
    return this.#get('/guards', {}, options);
  }

  /** {@inheritdoc EnvironmentsApi.getVersions} */
  getVersions(
    query: VersionsQuery,
    options?: EnvironmentsCallOptions,
  ): Promise<VersionPage> {
    return this.#get('/versions', { ...query }, options);
  }

  /** {@inheritdoc EnvironmentsApi.plan} */
  plan(request: PlanRequest, options?: EnvironmentsCallOptions): Promise<Plan> {
    return this.#write('POST', '/plans', request, options);
  }

  /** {@inheritdoc EnvironmentsApi.createEnvironment} */
  createEnvironment(
    specification: Specification,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord> {
    return this.#write('POST', '/environments', specification, options);
  }

  /** {@inheritdoc EnvironmentsApi.getEnvironments} */
  getEnvironments(
    query: EnvironmentsFilter & EnvironmentsPageQuery = {},
    options?: EnvironmentsCallOptions,
  ): Promise<EnvironmentPage> {
    return this.#get('/environments', { ...query }, options);
  }

  /** {@inheritdoc EnvironmentsApi.getEnvironment} */
  getEnvironment(
    id: string,
    options?: EnvironmentsCallOptions,
  ): Promise<EnvironmentRecord> {
    return this.#get(segments`/environments/${id}`, {}, options);
  }

  /** {@inheritdoc EnvironmentsApi.getSteps} */
  getSteps(
    id: string,
    options?: EnvironmentsCallOptions,
  ): Promise<{ items: Step[] }> {
    return this.#get(segments`/environments/${id}/steps`, {}, options);
  }

  /** {@inheritdoc EnvironmentsApi.getHistory} */
  getHistory(
    id: string,
    query: EnvironmentsPageQuery = {},
    options?: EnvironmentsCallOptions,
  ): Promise<HistoryPage> {
    return this.#get(
      segments`/environments/${id}/history`,
      { ...query },
      options,
    );
  }

  /** {@inheritdoc EnvironmentsApi.getDrift} */
  getDrift(
    id: string,
    options?: EnvironmentsCallOptions,
  ): Promise<EnvironmentDrift> {
    return this.#get(segments`/environments/${id}/drift`, {}, options);
  }

  /** {@inheritdoc EnvironmentsApi.watch} */
  async *watch(
    request: WatchRequest,
    options?: EnvironmentsCallOptions,
  ): AsyncGenerator<WatchRecord> {
    const response = await this.#request('/environments/watch', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: options?.signal,
    });
    if (response.body) {
      yield* readNdjson<WatchRecord>(response.body);
    }
  }

  /** {@inheritdoc EnvironmentsApi.updateEnvironment} */
  updateEnvironment(
    id: string,
    patch: SpecificationPatch,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord> {
    return this.#write('PATCH', segments`/environments/${id}`, patch, options);
  }

  /** {@inheritdoc EnvironmentsApi.putSecret} */
  putSecret(
    id: string,
    name: string,
    values: SecretValues['values'],
    options?: EnvironmentsCallOptions,
  ): Promise<EnvironmentRecord> {
    return this.#write(
      'PUT',
      segments`/environments/${id}/secrets/${name}`,
      { values },
      options,
    );
  }

  /** {@inheritdoc EnvironmentsApi.extend} */
  extend(
    id: string,
    expiresAt: string,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord> {
    return this.#act(id, 'extend', { expiresAt }, options);
  }

  /** {@inheritdoc EnvironmentsApi.pin} */
  pin(
    id: string,
    request: { readonly pinned: boolean; readonly why?: string },
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord> {
    return this.#act(id, 'pin', request, options);
  }

  /** {@inheritdoc EnvironmentsApi.sleep} */
  sleep(
    id: string,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord> {
    return this.#act(id, 'sleep', undefined, options);
  }

  /** {@inheritdoc EnvironmentsApi.wake} */
  wake(
    id: string,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord> {
    return this.#act(id, 'wake', undefined, options);
  }

  /** {@inheritdoc EnvironmentsApi.resync} */
  resync(
    id: string,
    request: ResyncRequest,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord> {
    return this.#act(id, 'resync', request, options);
  }

  /** {@inheritdoc EnvironmentsApi.retry} */
  retry(
    id: string,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord> {
    return this.#act(id, 'retry', undefined, options);
  }

  /** {@inheritdoc EnvironmentsApi.cancel} */
  cancel(
    id: string,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord> {
    return this.#act(id, 'cancel', undefined, options);
  }

  /** {@inheritdoc EnvironmentsApi.deleteEnvironment} */
  deleteEnvironment(
    id: string,
    confirm: string,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord> {
    return this.#write(
      'DELETE',
      segments`/environments/${id}`,
      { confirm },
      options,
    );
  }

  #act(
    id: string,
    action: string,
    body: unknown,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord> {
    return this.#write(
      'POST',
      segments`/environments/${id}/${action}`,
      body,
      options,
    );
  }

  async #get<T>(
    path: string,
    query: Record<string, QueryValue>,
    options?: EnvironmentsCallOptions,
  ): Promise<T> {
    const response = await this.#request(withQuery(path, query), {
      signal: options?.signal,
    });
    return (await response.json()) as T;
  }

  async #write<T>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body: unknown,
    options?: EnvironmentsWriteOptions,
  ): Promise<T> {
    const response = await this.#request(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options?.idempotencyKey
          ? { 'idempotency-key': options.idempotencyKey }
          : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: options?.signal,
    });
    return (await response.json()) as T;
  }

  async #request(path: string, init: RequestInit): Promise<Response> {
    const base = await this.#discoveryApi.getBaseUrl('environments');
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

function withQuery(path: string, query: Record<string, QueryValue>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') {
        params.append(name, String(one));
      }
    }
  }
  const search = params.toString();
  return search ? `${path}?${search}` : path;
}
