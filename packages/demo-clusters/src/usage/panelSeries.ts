import { LifeContainer, PodLife, runAt } from './PodLife';
import { WantedPods } from './UsageArchive';
import { isReady, trafficOf } from './trafficOf';
import { DemoQuota, quotaOf, toldResources } from './quotaOf';
import { seedOf, throttledOf, usageOf, waveOf } from './usageOf';
import { DemoClaim, volumeOf } from './volumeOf';

/** One line: a value for each moment, null where nothing is measured. */
export interface UsageSeries {
  readonly pod?: string;
  readonly container?: string;
  readonly workload?: string;
  /** What it is about that is neither. */
  readonly subject?: string;
  readonly measure: string;
  /** Only where it is counted in something else than the panel. */
  readonly unit?: 'seconds';
  readonly values: readonly (number | null)[];
}

/** What is known of a namespace. */
export interface UsageScene {
  readonly lives: readonly PodLife[];
  readonly wanted: readonly WantedPods[];
  readonly claims: readonly DemoClaim[];
  readonly quotas: readonly DemoQuota[];
}

type PodMeasure = (pod: PodLife, at: number) => number | undefined;
type ContainerMeasure = (
  pod: PodLife,
  container: LifeContainer,
  at: number,
) => number | undefined;

/** Bytes of a request, of an answer, and what a pod says to the cluster without any, each second. */
const REQUEST = 1_800;
const ANSWER = 7_000;
const IDLE = 2_500;
const OUT_OF_MEMORY = 137;

const CONTAINERS: Readonly<Record<string, Record<string, ContainerMeasure>>> = {
  cpu: { usage: (...of) => usageOf(...of)?.cpu },
  memory: {
    usage: (...of) => usageOf(...of)?.memory,
    rss: (...of) => usageOf(...of)?.rss,
  },
  restarts: { restarts, oom },
  disk: {
    read: (...of) => diskOf(...of, 0.3),
    write: (...of) => diskOf(...of, 1),
  },
};

const PODS: Readonly<Record<string, Record<string, PodMeasure>>> = {
  requests: { requests: ofTraffic(({ requests }) => requests) },
  errors: { errors: ofTraffic(({ errors }) => errors) },
  latency: {
    p50: ofTraffic(({ p50 }) => p50),
    p95: ofTraffic(({ p95 }) => p95),
    p99: ofTraffic(({ p99 }) => p99),
  },
  throttling: { throttled: longestWait },
  replicas: {
    pods: (pod, at) => (isThere(pod, at) && !pod.isTask ? 1 : undefined),
    ready: (pod, at) =>
      isThere(pod, at) && !pod.isTask
        ? Number(takesRequests(pod, at))
        : undefined,
  },
  network: {
    receive: (pod, at) => networkOf(pod, at, REQUEST),
    transmit: (pod, at) => networkOf(pod, at, ANSWER),
  },
};

/** What is told of something that is no pod. */
const OTHERS: Readonly<
  Record<string, (scene: UsageScene, times: readonly number[]) => UsageSeries[]>
> = {
  replicas: ({ wanted }, times) =>
    wanted.map(({ name, wanted: steps }) => ({
      workload: name,
      measure: 'desired',
      values: times.map(
        at => steps.findLast(step => step.at <= at)?.count ?? null,
      ),
    })),
  volumes: volumeSeries,
  quota: ({ lives, quotas }, times) =>
    toldResources(quotas).map(resource => ({
      subject: resource,
      measure: 'used',
      values: times.map(at => quotaOf(resource, quotas, lives, at)),
    })),
};

/** The panels that the demo can tell of. */
export const USAGE_PANELS: readonly string[] = [
  ...new Set([CONTAINERS, PODS, OTHERS].flatMap(Object.keys)),
];

/**
 * The lines of a panel, those without any value left out.
 *
 * @param panel - one of {@link USAGE_PANELS}; another one has no lines
 * @param times - milliseconds since 1970, in their order
 */
export function panelSeries(
  panel: string,
  scene: UsageScene,
  times: readonly number[],
): UsageSeries[] {
  const series = scene.lives.flatMap(pod => [
    ...Object.entries(PODS[panel] ?? {}).map(([measure, of]) => ({
      pod: pod.name,
      measure,
      values: times.map(at => of(pod, at) ?? null),
    })),
    ...Object.entries(CONTAINERS[panel] ?? {}).flatMap(([measure, of]) =>
      pod.containers.map(container => ({
        pod: pod.name,
        container: container.name,
        measure,
        values: times.map(at => of(pod, container, at) ?? null),
      })),
    ),
  ]);
  return [...series, ...(OTHERS[panel]?.(scene, times) ?? [])].filter(
    ({ values }) => values.some(value => value !== null),
  );
}

/** Of each pod with a volume, how full that is and for how long there is room. */
function volumeSeries(
  { lives, claims }: UsageScene,
  times: readonly number[],
): UsageSeries[] {
  return lives.flatMap(pod =>
    claims
      .filter(({ name }) => pod.claims.includes(name))
      .flatMap((claim): UsageSeries[] => {
        const states = times.map(at =>
          isThere(pod, at) ? volumeOf(claim, at) : undefined,
        );
        const of = { pod: pod.name, subject: claim.name };
        return [
          {
            ...of,
            measure: 'used',
            values: states.map(state => state?.used ?? null),
          },
          {
            ...of,
            measure: 'full',
            unit: 'seconds',
            values: states.map(state => state?.fullIn ?? null),
          },
        ];
      }),
  );
}

/** Of its containers the one that waits most; undefined where none has a limit. */
function longestWait(pod: PodLife, at: number): number | undefined {
  const waits = pod.containers.flatMap(
    container => throttledOf(pod, container, at) ?? [],
  );
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

function isThere({ createdAt, endedAt }: PodLife, at: number): boolean {
  return at >= createdAt && (endedAt === undefined || at < endedAt);
}

function takesRequests(pod: PodLife, at: number): boolean {
  const [first] = pod.containers;
  const run = first && runAt(first, at);
  return run !== undefined && isReady(pod, run.startedAt, at);
}

function ofTraffic(
  read: (traffic: NonNullable<ReturnType<typeof trafficOf>>) => number,
): PodMeasure {
  return (pod, at) => {
    const serving = pod.containers.find(({ serves }) => serves);
    const traffic = serving && trafficOf(pod, serving, at);
    return traffic && read(traffic);
  };
}

function networkOf(pod: PodLife, at: number, each: number): number | undefined {
  const [first] = pod.containers;
  if (!first || !runAt(first, at)) {
    return undefined;
  }
  const serving = pod.containers.find(({ serves }) => serves);
  const requests = (serving && trafficOf(pod, serving, at)?.requests) ?? 0;
  return IDLE * waveOf(seedOf(pod, first), at) + requests * each;
}

/** A database writes what it is told, anything else little more than its log. */
function diskOf(
  pod: PodLife,
  container: LifeContainer,
  at: number,
  share: number,
): number | undefined {
  const seed = seedOf(pod, container);
  const rate = /-db$|:?postgres/.test(container.image.replace(/:[^:/]*$/, ''))
    ? 400_000
    : 6_000;
  return runAt(container, at)
    ? rate * share * (0.6 + seed) * waveOf(seed, at)
    : undefined;
}

function restarts(
  pod: PodLife,
  { runs }: LifeContainer,
  at: number,
): number | undefined {
  return isThere(pod, at)
    ? runs.findLast(({ startedAt }) => startedAt <= at)?.run
    : undefined;
}

/** 1 while the last end was for want of memory. */
function oom(
  pod: PodLife,
  { runs }: LifeContainer,
  at: number,
): number | undefined {
  if (!isThere(pod, at) || !runs.some(({ startedAt }) => startedAt <= at)) {
    return undefined;
  }
  const last = runs.findLast(({ endedAt = Infinity }) => endedAt <= at);
  return Number(last?.exitCode === OUT_OF_MEMORY);
}
