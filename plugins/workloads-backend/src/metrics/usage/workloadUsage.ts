import {
  MetricSeries,
  MetricUse,
  Pod,
  Workload,
  WorkloadUsage,
} from '@domaindeck/backstage-plugin-workloads-common';
import { MetricWindow } from '../windowOf';

/** A value stands for now for so many milliseconds. */
const STANDS_MS = 300_000;

/** What is measured and asked for of one kind. */
interface Kind {
  readonly request: 'cpuRequest' | 'memoryRequest';
  readonly limit: 'cpuLimit' | 'memoryLimit';
}

const CPU: Kind = { request: 'cpuRequest', limit: 'cpuLimit' };
const MEMORY: Kind = { request: 'memoryRequest', limit: 'memoryLimit' };

/**
 * What a workload used beside what it asks for; undefined when nothing of it was measured.
 *
 * @param cpu - the measure `usage` of its pods and of those that are gone, in cores
 * @param memory - the same in bytes
 */
export function workloadUsage(
  workload: Workload,
  cpu: readonly MetricSeries[],
  memory: readonly MetricSeries[],
  window: MetricWindow,
): WorkloadUsage | undefined {
  const cores = useOf(workload, cpu, CPU, window);
  const bytes = useOf(workload, memory, MEMORY, window);
  if (!cores && !bytes) {
    return undefined;
  }
  const { id, cluster, namespace, kind, name } = workload;
  return {
    workload: id,
    environment: `${cluster}/${namespace}`,
    cluster,
    namespace,
    object: { kind, name },
    pods: Math.max(cores?.measured ?? 0, bytes?.measured ?? 0),
    ...(cores && { cpu: cores.use }),
    ...(bytes && { memory: bytes.use }),
  };
}

function useOf(
  workload: Workload,
  series: readonly MetricSeries[],
  kind: Kind,
  { step }: MetricWindow,
): { readonly use: MetricUse; readonly measured: number } | undefined {
  const byPod = new Map<string, (number | null)[]>();
  for (const { pod, values } of series) {
    if (pod !== undefined) {
      byPod.set(pod, added(byPod.get(pod), values));
    }
  }
  const lines = [...byPod.values()];
  const values = (lines[0] ?? []).map((_, index) =>
    largest(lines.map(line => line[index])),
  );
  if (values.every(value => value === null)) {
    return undefined;
  }
  const steps = Math.floor(STANDS_MS / step) + 1;
  const measured = workload.pods.flatMap(pod => {
    const now = byPod
      .get(pod.name)
      ?.slice(-steps)
      .findLast(value => value !== null);
    return typeof now === 'number' ? [{ pod, now }] : [];
  });
  const use: MetricUse = { values };
  if (measured.length > 0) {
    const busiest = measured.reduce((a, b) => (b.now > a.now ? b : a));
    use.now = busiest.now;
    use.pod = busiest.pod.name;
    use.request = sumOf(busiest.pod, kind.request);
    use.limit = sumOf(busiest.pod, kind.limit);
    use.total = measured.reduce((sum, { now }) => sum + now, 0);
    use.totalRequest = wholeSum(
      measured.map(({ pod }) => sumOf(pod, kind.request)),
    );
  }
  return { use, measured: measured.length };
}

/** Line by line; where one has no value the others stand alone. */
function added(
  sums: readonly (number | null)[] | undefined,
  values: readonly (number | null)[],
): (number | null)[] {
  return values.map((value, index) => {
    const sum = sums?.[index] ?? null;
    return sum === null || value === null ? sum ?? value : sum + value;
  });
}

function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter(value => value !== null);
  return known.length > 0 ? Math.max(...known) : null;
}

/** Of the containers that run as long as the pod; undefined where one of them says nothing. */
function sumOf(
  { containers }: Pod,
  field: Kind['request'] | Kind['limit'],
): number | undefined {
  return wholeSum(
    containers
      .filter(({ role }) => role === 'main' || role === 'sidecar')
      .map(({ resources }) => resources?.[field]),
  );
}

function wholeSum(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter(value => value !== undefined);
  return known.length === values.length && known.length > 0
    ? known.reduce((sum, value) => sum + value, 0)
    : undefined;
}
