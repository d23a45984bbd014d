import { addNamespaces } from './addNamespaces';
import { Labels, MeasureText } from './MeasureText';

/** Where a series comes from. */
export interface Place {
  readonly cluster: string;
  readonly namespace: string;
  readonly pod: string;
  /** How much of everything it has, so that series can be told apart by their values. */
  readonly weight: number;
}

/** Seconds between two samples. */
const SCRAPE = 15;

/**
 * An hour of measures whose values are known: counters that grow evenly, gauges that stand still. Two pods of one
 * service, and around them pods that nobody may see who asks for those two.
 */
export class MetricWorld {
  /** Seconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** The second pod's counters begin anew here: its container has restarted. */
  readonly restartedAt: number;
  /** From here to `backAt` the first pod's memory is not measured. */
  readonly goneAt: number;
  readonly backAt: number;
  readonly own: readonly Place[] = [
    place('sh', 'pay', 'api-7f9c-aaaaa', 1),
    place('sh', 'pay', 'api-7f9c-bbbbb', 3),
  ];
  readonly foreign: readonly Place[] = [
    place('sh', 'pay', 'other-7f9c-aaaaa', 1_000),
    place('sh', 'pay', 'my-api-7f9c-aaaaa', 1_000),
    place('sh', 'secret', 'api-7f9c-aaaaa', 1_000),
    place('bj', 'pay', 'api-7f9c-aaaaa', 1_000),
  ];
  readonly #text: MeasureText;

  /** @param nowMs - about which the world ends */
  static create(nowMs: number): MetricWorld {
    return new MetricWorld(Math.floor(nowMs / 60_000) * 60 + 120);
  }

  private constructor(to: number) {
    this.to = to;
    this.from = to - 3_600;
    this.restartedAt = this.from + 1_800;
    this.goneAt = this.from + 1_200;
    this.backAt = this.from + 2_400;
    this.#text = MeasureText.create(this.from, this.to, SCRAPE);
    [...this.own, ...this.foreign].forEach(one => this.#addPod(one));
    addNamespaces(this.#text, this);
  }

  /** In OpenMetrics' form. */
  get text(): string {
    return this.#text.text;
  }

  #addPod({ cluster, namespace, pod, weight }: Place): void {
    const labels = { cluster, namespace, pod };
    const container = { ...labels, container: 'api', id: `/k/${pod}/1` };
    const rows = [
      container,
      // The pod's own row, and that of the container that holds its network: all of it a second time.
      { ...labels, container: '', id: `/k/${pod}` },
      { ...labels, container: 'POD', id: `/k/${pod}/0` },
    ];
    for (const row of rows) {
      this.#counter(
        'container_cpu_usage_seconds_total',
        { ...row, cpu: 'total' },
        0.25 * weight,
      );
      this.#counter('container_cpu_cfs_periods_total', row, 10);
      this.#counter(
        'container_cpu_cfs_throttled_periods_total',
        row,
        Math.min(weight, 10),
      );
      this.#gauge('container_memory_working_set_bytes', row, weight * 2 ** 20);
      this.#gauge('container_memory_rss', row, weight * 2 ** 19);
      this.#counter(
        'container_fs_reads_bytes_total',
        { ...row, device: '/dev/sda' },
        100 * weight,
      );
      this.#counter(
        'container_fs_writes_bytes_total',
        { ...row, device: '/dev/sda' },
        200 * weight,
      );
    }
    for (const [card, share] of [
      ['eth0', 1],
      ['eth1', 2],
      ['lo', 1_000],
      ['cali12345', 1_000],
    ] as const) {
      const row = { ...labels, interface: card };
      const bytes = 50 * weight * share;
      this.#counter('container_network_receive_bytes_total', row, bytes);
      this.#counter('container_network_transmit_bytes_total', row, bytes * 2);
    }
    this.#addState(labels, weight);
    this.#addRequests(labels, weight);
  }

  /** As two instances of kube-state-metrics tell it. */
  #addState(labels: Labels, weight: number): void {
    for (const instance of ['10.0.0.1:8080', '10.0.0.2:8080']) {
      const pod = { ...labels, instance };
      const row = { ...pod, container: 'api' };
      for (const [resource, unit] of [
        ['cpu', 0.5],
        ['memory', 2 ** 21],
      ] as const) {
        const asked = { ...row, resource };
        this.#gauge(
          'kube_pod_container_resource_requests',
          asked,
          unit * weight,
        );
        this.#gauge(
          'kube_pod_container_resource_limits',
          asked,
          unit * 2 * weight,
        );
      }
      this.#gauge('kube_pod_container_status_restarts_total', row, weight);
      this.#gauge(
        'kube_pod_container_status_last_terminated_reason',
        { ...row, reason: 'OOMKilled' },
        1,
      );
      for (const phase of ['Running', 'Pending', 'Succeeded']) {
        this.#gauge(
          'kube_pod_status_phase',
          { ...pod, phase },
          phase === 'Running' ? 1 : 0,
        );
      }
      this.#gauge(
        'kube_pod_status_ready',
        { ...pod, condition: 'true' },
        weight === 1 ? 0 : 1,
      );
    }
  }

  /** Of 10 requests 8 take less than 0.1 s, 1.5 less than 0.5 s, the rest less than 1 s; 1 of 10 of the first pod fails. */
  #addRequests(labels: Labels, weight: number): void {
    const name = 'http_server_request_duration_seconds';
    const codes =
      weight === 1
        ? ([
            ['200', 9],
            ['503', 1],
          ] as const)
        : ([['200', 10]] as const);
    for (const [code, rate] of codes) {
      const row = { ...labels, http_response_status_code: code };
      this.#counter(`${name}_count`, row, rate * weight);
      for (const [le, share] of [
        ['0.1', 0.8],
        ['0.5', 0.95],
        ['1', 1],
        ['+Inf', 1],
      ] as const) {
        this.#counter(`${name}_bucket`, { ...row, le }, rate * weight * share);
      }
    }
  }

  #counter(name: string, labels: Labels, perSecond: number): void {
    const restarts = labels.pod === this.own[1].pod;
    this.#text.series(name, labels, at =>
      restarts && at >= this.restartedAt
        ? (at - this.restartedAt + SCRAPE) * perSecond
        : (at - this.from + 10_000) * perSecond,
    );
  }

  #gauge(name: string, labels: Labels, value: number): void {
    const pauses =
      name === 'container_memory_working_set_bytes' &&
      labels.pod === this.own[0].pod;
    this.#text.series(name, labels, at =>
      pauses && at >= this.goneAt && at < this.backAt ? undefined : value,
    );
  }
}

function place(
  cluster: string,
  namespace: string,
  pod: string,
  weight: number,
): Place {
  return { cluster, namespace, pod, weight };
}
