import {
  MetricsAnswer,
  MetricSeries,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  restartBars,
  Value,
} from '@domaindeck/backstage-plugin-workloads-react';

/** Room above what is needed 95 % of the time, and the steps in which people write such values. */
const CPU = { room: 1.05, step: 0.05 };
const MEMORY = { room: 1.1, step: 64 * 2 ** 20 };
/** A share of its time in which a pod had to wait that is worth another limit. */
const THROTTLED = 0.01;
/** How much more a container gets for a trial whose need is not known. */
const TRIAL = { cpu: 1.5, memory: 4 / 3 };

/** What a container asks for of a resource beside what it needs: cores, or bytes, of one pod. */
export interface ResourceSize {
  readonly resource: 'cpu' | 'memory';
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly request?: number;
  readonly limit?: number;
  /**
   * How it ran into its limit: the share of its time in which it had to wait for CPU, or how often it was killed for its
   * memory. Nothing, or 0, where it did not.
   */
  readonly hit?: number;
  readonly suggested: {
    readonly request: number;
    /** Only where another is better than what it has. */
    readonly limit?: number;
    /** Whether it is but a trial: what ran into its limit might need more than was seen. */
    readonly trial: boolean;
  };
  /** Of all pods: what is asked for beyond what is suggested; negative where they lack it; undefined without a request. */
  readonly spare?: number;
}

/** Answers of the days that are looked at. */
export interface SizedAnswers {
  readonly cpu?: MetricsAnswer;
  readonly memory?: MetricsAnswer;
  readonly throttling?: MetricsAnswer;
  readonly restarts?: MetricsAnswer;
}

/** The sizes of one container of a workload. */
export interface RightSize {
  readonly cpu?: ResourceSize;
  readonly memory?: ResourceSize;
  /** Pods that are there now. */
  readonly pods: number;
  /** Milliseconds of which something is known. */
  readonly span: number;
}

/** Names of the containers of which something was measured, the one that needs most memory first. */
export function containersOf({ cpu, memory }: SizedAnswers): string[] {
  const most = new Map<string, number>();
  for (const answer of [memory, cpu]) {
    for (const { container, measure, values } of answer?.series ?? []) {
      if (container !== undefined && measure === 'usage') {
        const used = answer === memory ? Math.max(...numbers(values), 0) : 0;
        most.set(container, Math.max(used, most.get(container) ?? 0));
      }
    }
  }
  return [...most].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

/** Says what a container should ask for, by what all its pods used. */
export function rightSize(answers: SizedAnswers, container: string): RightSize {
  const [cpu, memory] = [answers.cpu, answers.memory].map(answer => ({
    answer,
    own: (answer?.series ?? []).filter(one => one.container === container),
  }));
  const used = cpu.own.length > 0 ? cpu : memory;
  const usage = used.own.filter(({ measure }) => measure === 'usage');
  const steps = usage.flatMap(({ values }) =>
    values.flatMap((value, index) => (value === null ? [] : [index])),
  );
  const last = Math.max(-1, ...steps);
  const pods = usage.filter(
    ({ values }) => (values[last] ?? values[last - 1] ?? null) !== null,
  ).length;
  return {
    cpu: cpuSize(cpu.own, answers.throttling, pods),
    memory: memorySize(memory.own, answers.restarts, container, pods),
    pods,
    span:
      last < 0
        ? 0
        : (last - Math.min(...steps) + 1) * (used.answer?.step ?? 0) * 1000,
  };
}

function cpuSize(
  own: readonly MetricSeries[],
  throttling: MetricsAnswer | undefined,
  pods: number,
): ResourceSize | undefined {
  const seen = usageOf(own);
  if (!seen) {
    return undefined;
  }
  const { request, limit } = askedOf(own);
  const waits = (throttling?.series ?? [])
    .filter(({ measure }) => measure === 'throttled')
    .map(({ values }) => mean(numbers(values)));
  const hit = limit === undefined ? undefined : Math.max(0, ...waits);
  const isThrottled = hit !== undefined && hit >= THROTTLED;
  const wanted = roundUp(seen.p95 * CPU.room, CPU.step);
  return {
    resource: 'cpu',
    ...seen,
    request,
    limit,
    hit,
    suggested: {
      request: wanted,
      ...(isThrottled && {
        limit: roundUp(Math.max((limit ?? 0) * TRIAL.cpu, wanted), CPU.step),
      }),
      trial: false,
    },
    spare: spareOf(request, wanted, pods),
  };
}

function memorySize(
  own: readonly MetricSeries[],
  restarts: MetricsAnswer | undefined,
  container: string,
  pods: number,
): ResourceSize | undefined {
  const seen = usageOf(own);
  if (!seen) {
    return undefined;
  }
  const { request, limit } = askedOf(own);
  const kills = restarts && killsOf(restarts, container);
  const isKilled = limit !== undefined && (kills ?? 0) > 0;
  const needed = roundUp(seen.p95 * MEMORY.room, MEMORY.step);
  // What was killed at its limit would have used more.
  const wanted = isKilled ? Math.max(limit, request ?? 0) : needed;
  return {
    resource: 'memory',
    ...seen,
    request,
    limit,
    hit: kills,
    suggested: {
      request: wanted,
      ...(isKilled && { limit: roundUp(limit * TRIAL.memory, MEMORY.step) }),
      trial: isKilled,
    },
    spare: spareOf(request, wanted, pods),
  };
}

function usageOf(
  own: readonly MetricSeries[],
):
  | { readonly p50: number; readonly p95: number; readonly max: number }
  | undefined {
  const values = own
    .filter(({ measure }) => measure === 'usage')
    .flatMap(one => numbers(one.values))
    .sort((a, b) => a - b);
  const at = (part: number) => values[Math.ceil(part * values.length) - 1];
  return values.length === 0
    ? undefined
    : { p50: at(0.5), p95: at(0.95), max: values[values.length - 1] };
}

/** What the pods ask for and may use at last. */
function askedOf(own: readonly MetricSeries[]): {
  readonly request?: number;
  readonly limit?: number;
} {
  const of = (measure: string) => {
    const found = own
      .filter(one => one.measure === measure)
      .flatMap(({ values }) => numbers(values).slice(-1));
    return found.length > 0 ? Math.max(...found) : undefined;
  };
  return { request: of('request'), limit: of('limit') };
}

function killsOf(restarts: MetricsAnswer, container: string): number {
  const own = restarts.series.filter(one => one.container === container);
  return restartBars({ ...restarts, series: own }).oom.reduce(
    (sum, one) => sum + one,
    0,
  );
}

function spareOf(
  request: number | undefined,
  wanted: number,
  pods: number,
): number | undefined {
  return request === undefined ? undefined : (request - wanted) * pods;
}

function numbers(values: readonly Value[]): number[] {
  return values.filter((value): value is number => value !== null);
}

function mean(values: readonly number[]): number {
  return values.length === 0
    ? 0
    : values.reduce((sum, one) => sum + one, 0) / values.length;
}

/** A hair more than a step is none: sums of fractions are not exact. */
function roundUp(value: number, step: number): number {
  return Math.max(1, Math.ceil(value / step - 1e-9)) * step;
}
