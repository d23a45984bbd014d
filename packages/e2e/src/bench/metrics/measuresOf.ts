import { BENCH_NAMESPACE, BENCH_SERVICE } from '../openTab/benchWorld';

/** Seconds between two samples. */
export const SCRAPE = 60;
const CONTAINERS = [BENCH_SERVICE, 'proxy'];
const BUCKETS = [
  '0.005',
  '0.01',
  '0.025',
  '0.05',
  '0.1',
  '0.25',
  '0.5',
  '1',
  '2.5',
  '+Inf',
];

/**
 * What a Prometheus has collected of pods: everything that the panels of a tab ask for, in OpenMetrics' form.
 *
 * @param from - seconds since 1970
 * @param to - included
 */
export function measuresOf(
  pods: readonly string[],
  from: number,
  to: number,
): string {
  const lines: string[] = [];
  const series = (
    name: string,
    labels: Readonly<Record<string, string>>,
    valueAt: (at: number) => number,
  ) => {
    const written = Object.entries(labels)
      .map(([label, value]) => `${label}="${value}"`)
      .join(',');
    for (let at = from; at <= to; at += SCRAPE) {
      lines.push(`${name}{${written}} ${valueAt(at)} ${at}`);
    }
  };
  pods.forEach((pod, index) => {
    const labels = { namespace: BENCH_NAMESPACE, pod };
    // Each pod has a pace of its own, and a day its waves.
    const grown = (at: number, perSecond: number) =>
      (at - from) * perSecond * (1 + index / 20) +
      60 * Math.sin((at + index * 600) / 3_000);
    for (const container of CONTAINERS) {
      const own = { ...labels, container };
      series('container_cpu_usage_seconds_total', own, at => grown(at, 0.2));
      for (const [name, size] of [
        ['container_memory_working_set_bytes', 2 ** 28],
        ['container_memory_rss', 2 ** 27],
      ] as const) {
        series(name, own, at =>
          Math.round(size * (1 + Math.sin(at / 900) / 9)),
        );
      }
      for (const resource of ['cpu', 'memory']) {
        const asked = { ...own, resource };
        series('kube_pod_container_resource_requests', asked, () => 0.5);
        series('kube_pod_container_resource_limits', asked, () => 1);
      }
      series('kube_pod_container_status_restarts_total', own, () => index % 3);
    }
    for (const way of ['receive', 'transmit']) {
      series(
        `container_network_${way}_bytes_total`,
        { ...labels, interface: 'eth0' },
        at => grown(at, 50_000),
      );
    }
    for (const phase of ['Running', 'Pending']) {
      series('kube_pod_status_phase', { ...labels, phase }, () =>
        Number(phase === 'Running'),
      );
    }
    series('kube_pod_status_ready', { ...labels, condition: 'true' }, () => 1);
    for (const code of ['200', '500']) {
      const name = 'http_server_request_duration_seconds';
      const own = { ...labels, http_response_status_code: code };
      const pace = code === '200' ? 40 : 0.2;
      series(`${name}_count`, own, at => grown(at, pace));
      BUCKETS.forEach((le, at) =>
        series(`${name}_bucket`, { ...own, le }, time =>
          grown(time, (pace * (at + 1)) / BUCKETS.length),
        ),
      );
    }
  });
  return [...lines, '# EOF', ''].join('\n');
}
