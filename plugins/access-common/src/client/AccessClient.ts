import { ResponseError } from '@backstage/errors';
import {
  AuditPage,
  EndedRights,
  Explanation,
  GrantChange,
  GrantInput,
  GrantPatch,
  GrantRecord,
  Preview,
  RightsMatrix,
  RightsMemberPage,
  Role,
} from '../model';
import {
  AccessApi,
  AccessCallOptions,
  AccessPageQuery,
  AccessWriteOptions,
  AuditFilter,
} from './AccessApi';
import { entityPath } from './entityPath';

type QueryValue = string | number | boolean | readonly string[] | undefined;

/**
 * {@link AccessApi} over HTTP. Works in the browser with `discoveryApi` and `fetchApi`, and in any backend.
 * @public
 */
export class AccessClient implements AccessApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  /** {@inheritdoc AccessApi.getRoles} */
  getRoles(options?: AccessCallOptions): Promise<{ items: Role[] }> {
    return this.#get('/roles', {}, options);
  }

  /** {@inheritdoc AccessApi.getRights} */
  getRights(
    entityRef: string,
    options?: AccessCallOptions,
  ): Promise<RightsMatrix> {
    return this.#get(entityPath(entityRef, 'rights'), {}, options);
  }

  /** {@inheritdoc AccessApi.getRightsMembers} */
  getRightsMembers(
    entityRef: string,
    query: AccessPageQuery & { readonly group: string; readonly q?: string },
    options?: AccessCallOptions,
  ): Promise<RightsMemberPage> {
    return this.#get(
      entityPath(entityRef, 'rights/members'),
      { ...query },
      options,
    );
  }

  /** {@inheritdoc AccessApi.getEndedRights} */
  getEndedRights(
    entityRef: string,
    options?: AccessCallOptions,
  ): Promise<EndedRights> {
    return this.#get(entityPath(entityRef, 'ended'), {}, options);
  }

  /** {@inheritdoc AccessApi.explain} */
  explain(
    query: { readonly entity: string; readonly subject?: string },
    options?: AccessCallOptions,
  ): Promise<Explanation> {
    return this.#get('/explain', { ...query }, options);
  }

  /** {@inheritdoc AccessApi.getGrants} */
  getGrants(
    query: { readonly entity?: string; readonly ended?: boolean } = {},
    options?: AccessCallOptions,
  ): Promise<{ items: GrantRecord[] }> {
    return this.#get('/grants', { ...query }, options);
  }

  /** {@inheritdoc AccessApi.createGrant} */
  createGrant(
    grant: GrantInput,
    options?: AccessWriteOptions,
  ): Promise<GrantRecord> {
    return this.#write('POST', '/grants', grant, options);
  }

  /** {@inheritdoc AccessApi.updateGrant} */
  updateGrant(
    id: string,
    patch: GrantPatch,
    options?: AccessWriteOptions,
  ): Promise<GrantRecord> {
    return this.#write(
      'PATCH',
      `/grants/${encodeURIComponent(id)}`,
      patch,
      options,
    );
  }

  /** {@inheritdoc AccessApi.deleteGrant} */
  async deleteGrant(
    id: string,
    why?: string,
    options?: AccessWriteOptions,
  ): Promise<void> {
    await this.#request(
      withQuery(`/grants/${encodeURIComponent(id)}`, { why }),
      {
        method: 'DELETE',
        headers: keyHeader(options),
        signal: options?.signal,
      },
    );
  }

  /** {@inheritdoc AccessApi.preview} */
  preview(
    request: { readonly entity: string; readonly change: GrantChange },
    options?: AccessCallOptions,
  ): Promise<Preview> {
    return this.#write('POST', '/preview', request, options);
  }

  /** {@inheritdoc AccessApi.getAudit} */
  getAudit(
    query: AuditFilter & AccessPageQuery = {},
    options?: AccessCallOptions,
  ): Promise<AuditPage> {
    return this.#get('/audit', { ...query }, options);
  }

  /** {@inheritdoc AccessApi.exportAudit} */
  async exportAudit(
    request: AuditFilter & { readonly format: 'csv' | 'json' },
    options?: AccessCallOptions,
  ): Promise<Blob> {
    const response = await this.#request('/audit/export', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: options?.signal,
    });
    return response.blob();
  }

  async #get<T>(
    path: string,
    query: Record<string, QueryValue>,
    options?: AccessCallOptions,
  ): Promise<T> {
    const response = await this.#request(withQuery(path, query), {
      signal: options?.signal,
    });
    return (await response.json()) as T;
  }

  async #write<T>(
    method: 'POST' | 'PATCH',
    path: string,
    body: unknown,
    options?: AccessWriteOptions,
  ): Promise<T> {
    const response = await this.#request(path, {
      method,
      headers: { 'content-type': 'application/json', ...keyHeader(options) },
      body: JSON.stringify(body),
      signal: options?.signal,
    });
    return (await response.json()) as T;
  }

  async #request(path: string, init: RequestInit): Promise<Response> {
    const base = await this.#discoveryApi.getBaseUrl('access');
    const response = await this.#fetchApi.fetch(`${base}${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function keyHeader(options?: AccessWriteOptions): Record<string, string> {
  return options?.idempotencyKey
    ? { 'idempotency-key': options.idempotencyKey }
    : {};
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
