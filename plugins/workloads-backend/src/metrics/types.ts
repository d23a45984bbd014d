import {
  MetricMarksAnswer,
  MetricMarksQuery,
  MetricsAnswer,
  MetricsOverview,
  MetricsQuery,
  MetricUsageAnswer,
} from '@domaindeck/backstage-plugin-workloads-common';
import { EntityRequest } from '../workloads';

/** What the workloads of entities use. */
export interface MetricsService {
  getPanels(
    request: EntityRequest & { readonly signal: AbortSignal },
  ): Promise<MetricsOverview>;
  /** @throws InputError for a range that is reversed, too long, or has too many steps */
  query(
    request: EntityRequest & {
      readonly query: MetricsQuery;
      readonly signal: AbortSignal;
    },
  ): Promise<MetricsAnswer>;
  /**
   * What happened to the workloads.
   * @throws InputError for a range that is reversed or too long
   */
  marks(
    request: EntityRequest & {
      readonly query: MetricMarksQuery;
      readonly signal: AbortSignal;
    },
  ): Promise<MetricMarksAnswer>;
  /** What each workload used in the last hour. */
  usage(
    request: EntityRequest & { readonly signal: AbortSignal },
  ): Promise<MetricUsageAnswer>;
}
