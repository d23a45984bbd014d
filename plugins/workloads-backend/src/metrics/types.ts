import {
  MetricsAnswer,
  MetricsOverview,
  MetricsQuery,
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
}
