import { ResponseError } from '@backstage/errors';
import { CallOptions } from '../client';
import { entityPath } from '../model';
import { MetricsApi } from './MetricsApi';
import {
  MetricMarksAnswer,
  MetricMarksQuery,
  MetricsAnswer,
  MetricsOverview,
  MetricsQuery,
  MetricUsageAnswer,
} from './types';

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
    return this.#post(entityRef, 'query', query, options);
  }

  /** {@inheritdoc MetricsApi.queryMetricMarks} */
  queryMetricMarks(
    entityRef: string,
    query: MetricMarksQuery,
    options?: CallOptions,
  ): Promise<MetricMarksAnswer> {
    return this.#post(entityRef, 'marks', query, options);
  }

  /** {@inheritdoc MetricsApi.getMetricUsage} */
  getMetricUsage(
    entityRef: string,
    options?: CallOptions,
  ): Promise<MetricUsageAnswer> {
    return this.#ask(entityRef, 'usage', {}, options);
  }

  #post<T>(
    entityRef: string,
    call: string,
    body: object,
    options?: CallOptions,
  ): Promise<T> {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    return this.#ask(entityRef, call, init, options);
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
