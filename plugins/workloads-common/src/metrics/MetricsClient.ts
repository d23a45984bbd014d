import { ResponseError } from '@backstage/errors';
import { CallOptions } from '../client';
import { entityPath } from '../model';
import { MetricsApi } from './MetricsApi';
import { MetricsAnswer, MetricsOverview, MetricsQuery } from './types';

/**
 * {@link MetricsApi} over HTTP. Works in the browser with `discoveryApi` and `fetchApi`, and in any backend.
 * @public
 */
export class MetricsClient implements MetricsApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  /** {@inheritdoc MetricsApi.getMetricPanels} */
  getMetricPanels(
    entityRef: string,
    options?: CallOptions,
  ): Promise<MetricsOverview> {
    return this.#ask(entityRef, 'panels', {}, options);
  }

  /** {@inheritdoc MetricsApi.queryMetrics} */
  queryMetrics(
    entityRef: string,
    query: MetricsQuery,
    options?: CallOptions,
  ): Promise<MetricsAnswer> {
    return this.#ask(
      entityRef,
      'query',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(query),
      },
      options,
    );
  }

  async #ask<T>(
    entityRef: string,
    call: string,
    init: RequestInit,
    options?: CallOptions,
  ): Promise<T> {
    const base = await this.#discoveryApi.getBaseUrl('workloads');
    const response = await this.#fetchApi.fetch(
      `${base}/entities/${entityPath(entityRef)}/metrics/${call}`,
      { ...init, signal: options?.signal },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
