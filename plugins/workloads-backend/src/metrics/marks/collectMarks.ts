import {
  Change,
  MetricMarksAnswer,
  MetricMarksQuery,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { BoundEnvironment } from '../../entities';
import { ClusterQuestions } from '../ClusterQuestions';
import { MetricScopes } from '../MetricScopes';
import { windowOf } from '../windowOf';
import { changeMark } from './changeMark';
import { restartMarks } from './restartMarks';

/** Marks that a chart has room for. */
const MAX_MARKS = 500;

/** The releases and scalings of workloads of an environment that are still known. */
export type ChangesOf = (
  environment: BoundEnvironment,
  workloads: readonly Workload[],
) => readonly Change[];

/**
 * What happened within a scope: releases and scalings as the cluster and our memory tell them, ends of containers as the
 * sources and the cluster do.
 *
 * @throws InputError for a range that is reversed or too long
 */
export async function collectMarks(
  scopes: MetricScopes,
  query: MetricMarksQuery,
  sources: {
    readonly questions: ClusterQuestions;
    readonly changesOf: ChangesOf;
  },
): Promise<Pick<MetricMarksAnswer, 'items' | 'warnings'>> {
  const { environments, workload, from, to } = query;
  const window = windowOf({ from, to });
  const parts = new Map(
    await Promise.all(
      scopes.clusters.map(async cluster => {
        const part = await sources.questions.ask(
          cluster,
          scopes.scopes(cluster, environments, workload),
          { panel: 'restarts', window },
        );
        return [cluster, part] as const;
      }),
    ),
  );
  const items = scopes
    .places(environments, workload)
    .flatMap(({ environment, workloads, owners }) => {
      const { cluster, namespace } = environment;
      const series = (parts.get(cluster)?.series ?? []).filter(
        one => one.namespace === namespace,
      );
      return [
        ...sources.changesOf(environment, workloads).map(changeMark),
        ...restartMarks(series, workloads, window, pod => owners.of(pod)),
      ];
    })
    .filter(({ at }) => isBetween(at, from, to))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .slice(-MAX_MARKS);
  return {
    items,
    warnings: [...parts.values()].flatMap(part => part.warnings),
  };
}

function isBetween(at: string, from: string, to: string): boolean {
  const time = Date.parse(at);
  return time >= Date.parse(from) && time <= Date.parse(to);
}
