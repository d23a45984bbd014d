import { LabelMapping } from './types';

/** What the usual collectors call the three; the first set that fits is taken. */
export const LABEL_SETS: readonly LabelMapping[] = [
  // Promtail, Grafana Agent and Alloy.
  { namespace: 'namespace', pod: 'pod', container: 'container' },
  // OpenTelemetry.
  {
    namespace: 'k8s_namespace_name',
    pod: 'k8s_pod_name',
    container: 'k8s_container_name',
  },
  // OpenShift and Vector.
  {
    namespace: 'kubernetes_namespace_name',
    pod: 'kubernetes_pod_name',
    container: 'kubernetes_container_name',
  },
  // Fluent Bit and Fluentd.
  {
    namespace: 'namespace_name',
    pod: 'pod_name',
    container: 'container_name',
  },
  { namespace: 'namespace', pod: 'pod_name', container: 'container_name' },
  {
    namespace: 'kubernetes_namespace',
    pod: 'kubernetes_pod',
    container: 'kubernetes_container',
  },
];

/**
 * The set of which Loki has most; the earlier of two alike. A set without its namespace does not count.
 */
export function chooseLabelSet(
  known: ReadonlySet<string>,
): LabelMapping | undefined {
  const fit = ({ pod, container }: LabelMapping) =>
    Number(known.has(pod)) + Number(known.has(container));
  return LABEL_SETS.filter(({ namespace }) => known.has(namespace)).reduce<
    LabelMapping | undefined
  >((best, set) => (best && fit(best) >= fit(set) ? best : set), undefined);
}
