import { MetricMark } from '@domaindeck/backstage-plugin-workloads-common';
import { InMemoryMetrics, InMemorySeries } from './InMemoryMetricsApi';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MIB = 2 ** 20;

const PROD = { cluster: 'prod-sh', namespace: 'payments-prod' };
const DEV = { cluster: 'dev-1', namespace: 'payments-dev' };
const PODS = [
  '4xk2p',
  '7bq9z',
  'c2m5n',
  'd8w4t',
  'h6r3v',
  'k9s7x',
  'q5z2b',
  't8m4c',
];

/** Measures that are told of each container. */
const OF_CONTAINERS = ['usage', 'request', 'limit', 'restarts', 'oom'];

/** The one of the pods that runs out of memory. */
const FULL = 7;

/**
 * What the service orders of {@link paymentsWorld} used in the last two weeks: a load that rises and falls with the day; a
 * release three days ago since which it is slower, answers with more errors, and one pod in eight fills its memory until
 * it is killed, each twelve hours; and a scaling from six to eight half a day before. The same numbers each time.
 *
 * @param now - milliseconds since 1970; all times are counted back from it
 * @public
 */
export function metricsWorld(now: number): InMemoryMetrics {
  const released = now - 3 * DAY;
  const scaled = released - 12 * HOUR;
  const kills = [1, 2, 3].map(count => released + count * 12 * HOUR);
  const since = (at: number) => at >= released;
  const load = (at: number) => loadOf(at);
  const memoryOf = (pod: number) => (at: number) => {
    const usual = (470 + 8 * noise(at, pod) + 40 * load(at)) * MIB;
    if (pod !== FULL || !since(at)) {
      return usual;
    }
    const filling = ((at - released) % (12 * HOUR)) / (12 * HOUR);
    return (470 + 296 * filling) * MIB;
  };
  const count = (at: number) => (at >= scaled ? 8 : 6);
  const there = (pod: number) => (at: number) => pod < 6 || at >= scaled;
  return {
    environments: [
      { ...DEV, ref: 'dev-1/payments-dev', tier: 'development' },
      { ...PROD, ref: 'prod-sh/payments-prod', tier: 'production' },
    ].map(one => ({ ...one, readable: true })),
    workloads: ['orders'],
    sources: [
      { cluster: 'dev-1', state: 'stored', name: 'Prometheus' },
      { cluster: 'prod-sh', state: 'stored', name: 'Prometheus' },
    ],
    marks: marksOf(),
    series: {
      requests: of(
        'requests',
        (at, pod) => (1_200 * load(at)) / count(at) + noise(at, pod),
      ),
      errors: of('errors', (at, pod) =>
        Math.max(0, (since(at) ? 0.0028 : 0.0009) + 0.0003 * noise(at, pod)),
      ),
      latency: [
        ['p50', 0.039, 1.1],
        ['p95', 0.111, 1.49],
        ['p99', 0.21, 1.4],
      ].flatMap(([measure, seconds, worse]) =>
        of(
          `${measure}`,
          (at, pod) =>
            Number(seconds) *
            (since(at) ? Number(worse) : 1) *
            (0.9 + 0.2 * load(at) + 0.03 * noise(at, pod)),
        ),
      ),
      cpu: [
        ...of('usage', (at, pod) => 0.12 + 0.5 * load(at) * (0.7 + pod / 25)),
        ...of('request', () => 1),
        ...of('limit', () => 1),
      ],
      memory: [
        ...of('usage', (at, pod) => memoryOf(pod)(at)),
        ...of('request', () => 512 * MIB),
        ...of('limit', () => 768 * MIB),
      ],
      throttling: of('throttled', (at, pod) =>
        since(at) && load(at) > 0.8 ? 0.04 + 0.001 * pod : 0,
      ),
      restarts: [
        ...of('restarts', (at, pod) =>
          pod === FULL ? kills.filter(kill => kill <= at).length : 0,
        ),
        ...of('oom', (at, pod) => (pod === FULL && at >= kills[0] ? 1 : 0)),
      ],
      replicas: [
        ...of('pods', () => 1),
        ...of('ready', (at, pod) =>
          pod === FULL && kills.some(kill => Math.abs(at - kill) < 5 * MINUTE)
            ? 0
            : 1,
        ),
        {
          ...PROD,
          workload: 'orders',
          measure: 'desired',
          value: count,
        },
      ],
      network: [
        ...of('transmit', at => ((17.6 * load(at)) / count(at)) * MIB),
        ...of('receive', at => ((9.6 * load(at)) / count(at)) * MIB),
      ],
      volumes: [
        {
          ...PROD,
          pod: `orders-${PODS[0]}`,
          subject: 'orders-journal',
          measure: 'used',
          value: at => 0.82 - ((now - at) / DAY) * 0.012,
        },
        {
          ...PROD,
          pod: `orders-${PODS[0]}`,
          subject: 'orders-journal',
          measure: 'full',
          unit: 'seconds',
          value: at => (15 * DAY + (now - at)) / 1000,
        },
      ],
    },
  };

  /** The same of each pod that is there. */
  function of(
    measure: string,
    value: (at: number, pod: number) => number,
  ): InMemorySeries[] {
    const origin = ['requests', 'errors', 'p50', 'p95', 'p99'].includes(measure)
      ? { origin: 'OpenTelemetry' }
      : {};
    const container = OF_CONTAINERS.includes(measure)
      ? { container: 'app' }
      : {};
    return PODS.map((name, pod) => ({
      ...PROD,
      ...origin,
      ...container,
      pod: `orders-${name}`,
      measure,
      value: at => (there(pod)(at) ? value(at, pod) : null),
    }));
  }

  function marksOf(): MetricMark[] {
    const common = {
      environment: 'prod-sh/payments-prod',
      ...PROD,
      workload: 'prod-sh/payments-prod/Deployment/orders',
      object: { kind: 'Deployment', name: 'orders' },
    };
    return [
      {
        ...common,
        id: 'scaling',
        type: 'scaling',
        at: new Date(scaled).toISOString(),
        from: 6,
        to: 8,
        text: 'scaled from 6 to 8',
      },
      {
        ...common,
        id: 'release',
        type: 'release',
        at: new Date(released).toISOString(),
        from: '7.6.2',
        to: '7.6.3',
        text: '7.6.2 to 7.6.3',
      },
      ...kills.map((at, index) => ({
        ...common,
        id: `kill-${index}`,
        type: 'out-of-memory' as const,
        at: new Date(at).toISOString(),
        pod: `orders-${PODS[FULL]}`,
        container: 'app',
        count: 1,
        within: 0,
        exitCode: 137,
        text: 'killed, out of memory',
      })),
    ];
  }
}

/** From 0.2 at night to 1 in the rush hours, Shanghai time. */
function loadOf(at: number): number {
  const hour = ((at + 8 * HOUR) % DAY) / HOUR;
  const rush = (peak: number) => Math.exp(-(((hour - peak) / 2) ** 2));
  const day = hour > 6 && hour < 23 ? 0.35 : 0;
  return 0.2 + day + 0.45 * Math.min(1, rush(8.5) + rush(18.5));
}

/** A number from -1 to 1 that a moment and a pod always have. */
function noise(at: number, pod: number): number {
  return Math.sin(at / 731_000 + 2.1 * pod) * Math.cos(at / 193_000 - pod);
}
