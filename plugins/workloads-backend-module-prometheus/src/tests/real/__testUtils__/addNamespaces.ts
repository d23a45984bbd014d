import { MeasureText } from './MeasureText';

/** Bytes of a volume, and how many of them are taken each second where it fills. */
export const VOLUME = { capacity: 2 ** 30, fillsBy: 50_000 } as const;

/**
 * What is told of namespaces, workloads and Services rather than of pods. `api` and `web` of `pay` in `sh` are one's own,
 * with small numbers; all that has large ones belongs to somebody else.
 */
export function addNamespaces(
  text: MeasureText,
  { from }: { readonly from: number },
): void {
  for (const [cluster, namespace, weight] of [
    ['sh', 'pay', 1],
    ['sh', 'secret', 1_000],
    ['bj', 'pay', 7],
  ] as const) {
    const place = { cluster, namespace };
    const gauge = (
      name: string,
      labels: Readonly<Record<string, string>>,
      value: number,
    ) => text.series(name, { ...place, ...labels }, () => value);
    gauge('kube_deployment_spec_replicas', { deployment: 'api' }, 3 * weight);
    gauge('kube_deployment_spec_replicas', { deployment: 'other' }, 1_000);
    gauge('kube_statefulset_replicas', { statefulset: 'api' }, 1_000);
    gauge('kube_statefulset_replicas', { statefulset: 'web' }, 2 * weight);
    addQuotas(gauge, weight);
    addClaims(gauge, (name, labels, valueAt) =>
      text.series(name, { ...place, ...labels }, at => valueAt(at - from)),
    );
    for (const [service, rate] of [
      ['api', 50],
      ['web', 7 * weight],
      ['other', 1_000],
    ] as const) {
      addIngress(
        (name, labels, perSecond) =>
          text.series(
            name,
            { ...place, ...labels, service, ingress: 'shop' },
            at => (at - from + 10_000) * perSecond,
          ),
        rate,
      );
    }
  }
}

type Gauge = (
  name: string,
  labels: Readonly<Record<string, string>>,
  value: number,
) => void;

/** 40 % of the CPU, 80 % of the memory; another quota is further from its end, one of no pods at all has none. */
function addQuotas(gauge: Gauge, weight: number): void {
  const share = Math.min(1, 0.4 * weight);
  for (const [resourcequota, resource, used, hard] of [
    ['main', 'requests.cpu', 10 * share, 10],
    ['main', 'limits.memory', 0.8 * 2 ** 34, 2 ** 34],
    ['spare', 'requests.cpu', 1, 10],
    ['none', 'pods', 0, 0],
  ] as const) {
    const labels = { resourcequota, resource };
    gauge('kube_resourcequota', { ...labels, type: 'used' }, used);
    gauge('kube_resourcequota', { ...labels, type: 'hard' }, hard);
  }
}

/** The first pod's volume fills, the second's stands still at a quarter; the third is somebody else's. */
function addClaims(
  gauge: Gauge,
  moving: (
    name: string,
    labels: Readonly<Record<string, string>>,
    valueAt: (seconds: number) => number,
  ) => void,
): void {
  const { capacity, fillsBy } = VOLUME;
  for (const [persistentvolumeclaim, pod, free, perSecond] of [
    ['data-a', 'api-7f9c-aaaaa', 0.9, fillsBy],
    ['data-b', 'api-7f9c-bbbbb', 0.75, 0],
    ['data-x', 'other-7f9c-aaaaa', 0.5, 0],
  ] as const) {
    const claim = { persistentvolumeclaim };
    gauge('kubelet_volume_stats_capacity_bytes', claim, capacity);
    moving(
      'kubelet_volume_stats_available_bytes',
      claim,
      seconds => free * capacity - seconds * perSecond,
    );
    for (const instance of ['10.0.0.1:8080', '10.0.0.2:8080']) {
      gauge(
        'kube_pod_spec_volumes_persistentvolumeclaims_info',
        { ...claim, pod, volume: 'data', instance },
        1,
      );
    }
  }
}

/** Two controllers, one of which answers three of four requests; 5 % fail; 90 % take less than 0.1 s, all less than 1 s. */
function addIngress(counter: Gauge, rate: number): void {
  const name = 'nginx_ingress_controller';
  for (const [controller_pod, share] of [
    ['nginx-1', 0.25],
    ['nginx-2', 0.75],
  ] as const) {
    for (const [status, part] of [
      ['200', 0.95],
      ['502', 0.05],
    ] as const) {
      const labels = { controller_pod, status };
      const own = rate * share * part;
      counter(`${name}_requests`, labels, own);
      for (const [le, of] of [
        ['0.1', 0.9],
        ['1', 1],
        ['+Inf', 1],
      ] as const) {
        const bucket = `${name}_request_duration_seconds_bucket`;
        counter(bucket, { ...labels, le }, own * of);
      }
    }
  }
}
