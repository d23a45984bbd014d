import { podLabel } from '../logs';
import { metricsMessages } from '../translation/metrics';
import { PanelLine } from './model';
import { MetricText, MetricTextKey } from './useMetricText';

/** What a line is called: a pod as in the log list, a measure in words, percentiles as they are. */
export function lineName(line: PanelLine, t: MetricText): string {
  const { kind, name, cluster = '' } = line;
  if (kind === 'pod') {
    return podLabel(cluster, name);
  }
  return Object.hasOwn(metricsMessages.line, name)
    ? t(`metrics.line.${name}` as MetricTextKey)
    : name;
}
