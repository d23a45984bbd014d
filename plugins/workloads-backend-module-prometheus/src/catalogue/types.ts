import { MetricPanelId } from '@domaindeck/backstage-plugin-workloads-common';
import { Expression } from '../promql/types';

/** One measure of a panel and how it is computed. */
export interface Measure {
  readonly panel: MetricPanelId;
  /** As `MetricSeries.measure` of the contract says. */
  readonly measure: string;
  /** A metric without which there is nothing to show. */
  readonly needs: string;
  /** Its series have the labels `namespace` and `pod`, and `container` where they are of one. */
  readonly query: Expression;
}
