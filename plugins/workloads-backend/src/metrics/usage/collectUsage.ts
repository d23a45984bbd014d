import {
  MetricSeries,
  MetricUsageAnswer,
  MetricWarning,
} from '@domaindeck/backstage-plugin-workloads-common';
import { ClusterPart, ClusterQuestions } from '../ClusterQuestions';
import { MetricScopes } from '../MetricScopes';
import { PodOwners } from '../PodOwners';
import { workloadUsage } from './workloadUsage';

/** What a row shows of the past, and how finely; milliseconds. */
const SPAN = 3_600_000;
const STEP = 120_000;

/**
 * What the workloads of a scope used in the last hour: two questions a cluster, however many rows and viewers there are.
 *
 * @param now - milliseconds since 1970
 */
export async function collectUsage(
  scopes: MetricScopes,
  questions: ClusterQuestions,
  now: number,
): Promise<Omit<MetricUsageAnswer, 'clusters'>> {
  const to = Math.floor(now / STEP) * STEP;
  const window = { from: to - SPAN, to, step: STEP };
  const ask = (cluster: string, panel: 'cpu' | 'memory') =>
    questions.ask(cluster, scopes.scopes(cluster, undefined), {
      panel,
      measures: ['usage'],
      window,
    });
  const parts = new Map(
    await Promise.all(
      scopes.clusters.map(async cluster => {
        const [cpu, memory] = await Promise.all([
          ask(cluster, 'cpu'),
          ask(cluster, 'memory'),
        ]);
        return [cluster, { cpu, memory }] as const;
      }),
    ),
  );
  const items = scopes
    .places(undefined)
    .flatMap(({ environment: { cluster, namespace }, workloads, owners }) => {
      const part = parts.get(cluster);
      const cpu = byOwner(part?.cpu, namespace, owners);
      const memory = byOwner(part?.memory, namespace, owners);
      return workloads.flatMap(one => {
        const [cores = [], bytes = []] = [cpu.get(one.id), memory.get(one.id)];
        return workloadUsage(one, cores, bytes, window) ?? [];
      });
    });
  return {
    from: new Date(window.from).toISOString(),
    to: new Date(window.to).toISOString(),
    step: STEP / 1000,
    items,
    sources: [...parts.values()].map(({ cpu }) => cpu.state),
    warnings: [...parts.values()].flatMap(({ cpu, memory }) =>
      once([...cpu.warnings, ...memory.warnings]),
    ),
  };
}

/** The series of a namespace by the ids of the workloads whose pods they are of. */
function byOwner(
  part: ClusterPart | undefined,
  namespace: string,
  owners: PodOwners,
): ReadonlyMap<string, readonly MetricSeries[]> {
  const groups = new Map<string, MetricSeries[]>();
  for (const one of part?.series ?? []) {
    const owner =
      one.namespace === namespace && one.pod !== undefined
        ? owners.of(one.pod)
        : undefined;
    if (owner) {
      groups.set(owner.id, [...(groups.get(owner.id) ?? []), one]);
    }
  }
  return groups;
}

/** Both questions of a cluster fail alike. */
function once(warnings: readonly MetricWarning[]): MetricWarning[] {
  return warnings.filter(
    ({ code, message }, index) =>
      warnings.findIndex(
        other => other.code === code && other.message === message,
      ) === index,
  );
}
