import {
  MetricMarksAnswer,
  MetricMarksQuery,
  MetricsAnswer,
  MetricsOverview,
  MetricsQuery,
  MetricUsageAnswer,
} from '@domaindeck/backstage-plugin-workloads-common';
import { placeNotFound } from '../entities';
import { EntityRequest } from '../workloads';
import { AdmissionOptions, admitTo } from '../workloads/admitTo';
import { MetricsService } from './types';

/** Lets through who holds `metrics` wherever the question reaches. */
export class AuthorizedMetricsService implements MetricsService {
  readonly #inner: MetricsService;
  readonly #admission: AdmissionOptions;

  static create(
    options: AdmissionOptions & { readonly inner: MetricsService },
  ): AuthorizedMetricsService {
    const { inner, ...admission } = options;
    return new AuthorizedMetricsService(inner, admission);
  }

  private constructor(inner: MetricsService, admission: AdmissionOptions) {
    this.#inner = inner;
    this.#admission = admission;
  }

  async getPanels(
    request: EntityRequest & { readonly signal: AbortSignal },
  ): Promise<MetricsOverview> {
    return this.#inner.getPanels(
      await admitTo(request, 'metrics', undefined, this.#admission),
    );
  }

  async query(
    request: EntityRequest & {
      readonly query: MetricsQuery;
      readonly signal: AbortSignal;
    },
  ): Promise<MetricsAnswer> {
    const places = request.query.environments?.map(placeOf);
    return this.#inner.query(
      await admitTo(request, 'metrics', places, this.#admission),
    );
  }

  async marks(
    request: EntityRequest & {
      readonly query: MetricMarksQuery;
      readonly signal: AbortSignal;
    },
  ): Promise<MetricMarksAnswer> {
    const places = request.query.environments?.map(placeOf);
    return this.#inner.marks(
      await admitTo(request, 'metrics', places, this.#admission),
    );
  }

  async usage(
    request: EntityRequest & { readonly signal: AbortSignal },
  ): Promise<MetricUsageAnswer> {
    return this.#inner.usage(
      await admitTo(request, 'metrics', undefined, this.#admission),
    );
  }
}

function placeOf(ref: string): { cluster: string; namespace: string } {
  const [cluster, namespace, ...rest] = ref.split('/');
  if (!cluster || !namespace || rest.length > 0) {
    throw placeNotFound(cluster ?? '', namespace ?? '');
  }
  return { cluster, namespace };
}
