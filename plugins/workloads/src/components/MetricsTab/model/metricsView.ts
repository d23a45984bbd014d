import { MetricMarksQuery } from '@domaindeck/backstage-plugin-workloads-common';
import {
  readTimeRange,
  TimeRange,
  writeTimeRange,
} from '@domaindeck/backstage-plugin-workloads-react';

import {
  Comparison,
  readComparison,
  writeComparison,
} from '../compare/model/comparison';

/** What the tab shows and how; all of it stands in the URL, in the words of the Logs tab. */
export interface MetricsView {
  /** Name of a workload. */
  readonly service?: string;
  /** Refs of environments; empty for all that are readable. */
  readonly env: readonly string[];
  /** Whether every pod has a line. */
  readonly each: boolean;
  /** Name of the pod that alone is shown. */
  readonly pod?: string;
  readonly range: TimeRange;
  /** What is laid over what, in place of the panels. */
  readonly compare?: Comparison;
  /** The measure that is drawn of a comparison. */
  readonly panel?: string;
}

const OWN_KEYS = ['service', 'env', 'each', 'pod', 'panel'];
/** A release of today is in it, and a curve has a past. */
const USUAL_RANGE = 'PT1H';

/** Reads the URL. What it does not understand is as if it were not there. */
export function readMetricsView(params: URLSearchParams): MetricsView {
  return {
    service: params.get('service') || undefined,
    env: params.getAll('env').filter(Boolean),
    each: params.get('each') === '1',
    pod: params.get('pod') || undefined,
    range: readTimeRange(params, USUAL_RANGE),
    compare: readComparison(params),
    panel: params.get('panel') || undefined,
  };
}

/** Writes the view into a copy of the parameters; defaults are left out, foreign parameters stay as they are. */
export function writeMetricsView(
  view: MetricsView,
  params: URLSearchParams,
): URLSearchParams {
  const next = writeTimeRange(view.range, params, USUAL_RANGE);
  OWN_KEYS.forEach(key => next.delete(key));
  if (view.service) {
    next.set('service', view.service);
  }
  view.env.forEach(ref => next.append('env', ref));
  if (view.each) {
    next.set('each', '1');
  }
  if (view.pod) {
    next.set('pod', view.pod);
  }
  if (view.panel) {
    next.set('panel', view.panel);
  }
  writeComparison(view.compare, next);
  return next;
}

/**
 * What of a time the view asks for, in the words of the contract.
 * @param window - milliseconds since 1970
 */
export function queryOf(
  view: Pick<MetricsView, 'service' | 'env'>,
  window: { readonly from: number; readonly to: number },
): MetricMarksQuery {
  return {
    ...(view.service && { workload: view.service }),
    ...(view.env.length > 0 && { environments: [...view.env] }),
    from: new Date(window.from).toISOString(),
    to: new Date(window.to).toISOString(),
  };
}
