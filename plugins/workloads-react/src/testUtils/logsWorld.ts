import {
  LogContainer,
  LogEnvironment,
  LogPod,
  logTimeOf,
} from '@domaindeck/backstage-plugin-workloads-common';
import { InMemoryLine } from './InMemoryLine';
import { InMemoryLogs } from './InMemoryLogsApi';

const ENVIRONMENTS = [
  { cluster: 'dev-1', namespace: 'payments-dev', tier: 'development' },
  { cluster: 'prod-sh', namespace: 'payments-prod', tier: 'production' },
  { cluster: 'partner-kl', namespace: 'payments-partner', tier: 'partner' },
] as const;

/**
 * A running pod of a workload with one container of the same name, with what a test cares about laid over it.
 * @public
 */
export function aLogPod(
  cluster: string,
  workload: string,
  suffix: string,
  parts: Partial<LogPod> = {},
): LogPod {
  const namespace =
    ENVIRONMENTS.find(one => one.cluster === cluster)?.namespace ?? 'payments';
  return {
    uid: `uid-${cluster}-${workload}-${suffix}`,
    name: `${workload}-6d9f7c-${suffix}`,
    cluster,
    namespace,
    environment: `${cluster}/${namespace}`,
    workload: `${cluster}/${namespace}/Deployment/${workload}`,
    phase: 'Running',
    ready: true,
    containers: [aContainer(workload)],
    ...parts,
  };
}

function aContainer(
  name: string,
  parts: Partial<LogContainer> = {},
): LogContainer {
  return {
    name,
    role: 'main',
    state: 'running',
    restarts: 0,
    previous: false,
    ...parts,
  };
}

/**
 * The logs of the domain `payments`: `orders` in production and at the partner, and `pricing`, one of whose pods crashed.
 * @param now - Milliseconds; the newest line is of this moment.
 * @public
 */
export function logsWorld(now: number): InMemoryLogs {
  const crashed = aLogPod('prod-sh', 'pricing', '2kq8v', {
    ready: false,
    containers: [
      aContainer('pricing', {
        state: 'waiting',
        reason: 'CrashLoopBackOff',
        message:
          'back-off 5m0s restarting failed container=pricing pod=pricing-6d9f7c-2kq8v_payments-prod(uid)',
        restarts: 5,
        previous: true,
        lastEnd: {
          reason: 'OOMKilled',
          exitCode: 137,
          startedAt: new Date(now - 400_000).toISOString(),
          at: new Date(now - 148_000).toISOString(),
        },
      }),
    ],
  });
  const pods = [
    aLogPod('prod-sh', 'orders', '4xk2p', {
      containers: [
        aContainer('orders'),
        aContainer('istio-proxy', { role: 'sidecar' }),
      ],
    }),
    aLogPod('prod-sh', 'orders', '9fj6w'),
    aLogPod('partner-kl', 'orders', 'x7m9d'),
    aLogPod('dev-1', 'orders', 'b2qnl'),
    crashed,
    aLogPod('prod-sh', 'pricing', 'dw7lm'),
  ];
  return {
    sources: {
      environments: ENVIRONMENTS.map(
        (one): LogEnvironment => ({
          ...one,
          ref: `${one.cluster}/${one.namespace}`,
          readable: true,
          searchable: true,
          downloadable: true,
        }),
      ),
      workloads: pods
        .map(pod => ({
          id: pod.workload,
          name: pod.workload.split('/')[3],
          kind: 'Deployment',
          environment: pod.environment,
        }))
        .filter(
          (one, index, all) =>
            all.findIndex(other => other.id === one.id) === index,
        ),
      pods,
      history: ENVIRONMENTS.map(({ cluster }) => ({
        cluster,
        state: 'none',
        remedy:
          'domaindeck:\n  logs:\n    loki:\n      url: https://loki.example',
      })),
      clusters: ENVIRONMENTS.map(({ cluster, tier }) => ({
        name: cluster,
        tier,
        state: 'live',
        asOf: new Date(now).toISOString(),
      })),
      limits: { followedPerView: 50, lineBytes: 65_536, rangeDays: 31 },
    },
    lines: [...crashLines(crashed, now), ...ordersLines(pods, now)],
  };
}

function ordersLines(pods: readonly LogPod[], now: number): InMemoryLine[] {
  const words: [InMemoryLine['level'], string][] = [
    ['info', 'payment authorised  order=8f21c amount=42.50 provider=alipay'],
    ['info', 'payment captured  order=8f1fa amount=126.00'],
    ['debug', 'healthz answered  took=1ms'],
    ['warn', 'payment provider slow, trying the next  waited=1.9s limit=1.0s'],
    [
      'error',
      '{"level":"error","msg":"payment capture failed: pricing did not answer within 3000 ms","order":"8f1e7","attempt":2,"upstream":"pricing.payments.svc:8080","traceId":"4bf92f3577b34da6a3ce929d0e0e4736"}',
    ],
  ];
  const orders = pods.filter(pod => pod.containers[0].name === 'orders');
  return Array.from({ length: 60 }, (_, index) => {
    const [level, text] = words[index % words.length];
    return {
      origin: originOf(orders[index % orders.length], 0),
      at: logTimeOf(now - (60 - index) * 1_500),
      text,
      level,
    };
  });
}

function crashLines(pod: LogPod, now: number): InMemoryLine[] {
  const end = now - 148_000;
  const words: [InMemoryLine['level'], string][] = [
    ['info', 'fare cache loaded  entries=1098720 heap=371MiB'],
    ['warn', 'heap above 95%  used=489MiB max=512MiB'],
    ['error', 'java.lang.OutOfMemoryError: Java heap space'],
    ['error', '    at pricing.cache.FareCache.load(FareCache.java:118)'],
  ];
  return words.map(([level, text], index) => ({
    origin: originOf(pod, 4),
    at: logTimeOf(end - (words.length - index) * 1_000),
    text,
    level,
    previous: true,
  }));
}

function originOf(pod: LogPod, run: number): InMemoryLine['origin'] {
  return {
    cluster: pod.cluster,
    namespace: pod.namespace,
    pod: pod.name,
    podUid: pod.uid,
    container: pod.containers[0].name,
    role: 'main',
    run,
    workload: pod.workload,
  };
}
