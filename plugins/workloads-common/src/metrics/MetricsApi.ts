import { CallOptions } from '../client';
import {
  MetricMarksAnswer,
  MetricMarksQuery,
  MetricsAnswer,
  MetricsOverview,
  MetricsQuery,
  MetricUsageAnswer,
} from './types';

/**
 * The part of the contract that reads metrics.
 *
 * @remarks
 * Every method throws `ResponseError`: 404 for an entity or environment that does not exist or may not be viewed, 403
 * where the verb `metrics` is missing, 400 for a question that cannot be asked.
 * @public
 */
export interface MetricsApi {
  /** @param entityRef - full ref, such as `domain:default/payments` */
  getMetricPanels(
    entityRef: string,
    options?: CallOptions,
  ): Promise<MetricsOverview>;
  /** The series of one panel. */
  queryMetrics(
    entityRef: string,
    query: MetricsQuery,
    options?: CallOptions,
  ): Promise<MetricsAnswer>;
  /** What happened in a range, for every chart of a page at once. */
  queryMetricMarks(
    entityRef: string,
    query: MetricMarksQuery,
    options?: CallOptions,
  ): Promise<MetricMarksAnswer>;
  /** What each workload used in the last hour, for all rows of a page at once. */
  getMetricUsage(
    entityRef: string,
    options?: CallOptions,
  ): Promise<MetricUsageAnswer>;
}
