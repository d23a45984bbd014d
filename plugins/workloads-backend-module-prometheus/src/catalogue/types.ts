import {
  MetricPanelId,
  MetricUnit,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Expression, Told } from '../promql/types';

/** One measure of a panel and how it is computed. */
export interface Measure {
  readonly panel: MetricPanelId;
  /** As `MetricSeries.measure` of the contract says. */
  readonly measure: string;
  /** Only where it is counted in something else than the panel. */
  readonly unit?: MetricUnit;
  /** Who counts it, for people, where several might. */
  readonly origin?: string;
  /** A metric without which there is nothing to show. */
  readonly needs: string;
  /** What its series are of; series of pods unless told. */
  readonly told?: Told;
  /** A label of its series that says what they are about beside that, such as the claim of a volume. */
  readonly subject?: string;
  /** Its series have the label `namespace` and what `told` names, and `container` where they are of one. */
  readonly query: Expression;
}
