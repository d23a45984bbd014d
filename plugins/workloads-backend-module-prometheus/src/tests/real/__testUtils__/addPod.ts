import { MeasureText } from './MeasureText';

/** Bytes of memory of a pod of weight 1. */
export const GIB = 2 ** 30;

/** Counters that grow evenly and gauges that stand still, by weight; one container that was killed once. */
export function addPod(
  text: MeasureText,
  {
    place,
    weight,
    restartedAt,
    from,
  }: {
    readonly place: Readonly<Record<string, string>>;
    readonly weight: number;
    readonly restartedAt: number;
    readonly from: number;
  },
): void {
  const labels = { ...place, container: 'app' };
  text.series(
    'container_cpu_usage_seconds_total',
    labels,
    at => (at - from) * 0.1 * weight,
  );
  text.series('container_memory_working_set_bytes', labels, () => weight * GIB);
  text.series('kube_pod_container_status_restarts_total', labels, at =>
    at >= restartedAt ? 1 : 0,
  );
  text.series(
    'kube_pod_container_status_last_terminated_reason',
    { ...labels, reason: 'OOMKilled' },
    at => (at >= restartedAt ? 1 : undefined),
  );
}
