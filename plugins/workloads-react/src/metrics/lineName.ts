import { podLabel } from '../logs';
import { metricsMessages } from '../translation/metrics';
import { PanelLine } from './model';
import { MetricText, MetricTextKey } from './useMetricText';

/**
 * What a line is called: a pod as in the log list, what is no pod by its own name, a measure in words, percentiles as
 * they are. Where two have counted the same, it says who.
 */
export function lineName(line: PanelLine, t: MetricText): string {
  const { kind, name, cluster = '', origin } = line;
  if (kind === 'pod') {
    return podLabel(cluster, name);
  }
  if (kind === 'subject' || !Object.hasOwn(metricsMessages.line, name)) {
    return name;
  }
  const words = t(`metrics.line.${name}` as MetricTextKey);
  return origin ? t('metrics.line.from', { name: words, origin }) : words;
}
