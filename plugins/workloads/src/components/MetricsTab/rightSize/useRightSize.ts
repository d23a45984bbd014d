import { useApi } from '@backstage/frontend-plugin-api';
import {
  MetricPanelId,
  MetricsAnswer,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  metricsApiRef,
  RemoteResult,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { MetricsView, queryOf } from '../model/metricsView';
import { SizedAnswers } from './model/rightSize';

const SPAN_MS = 7 * 86_400_000;
/** Fine enough that a rush of minutes is seen, in seconds. */
const STEP = 600;
const NEEDED = ['cpu', 'memory'] as const;
const TROUBLES = ['throttling', 'restarts'] as const;

/** What is known of the days that are looked at. */
export interface SizedDays extends SizedAnswers {
  /** What was asked of the stores, word for word, each once. */
  readonly queries: readonly string[];
}

/**
 * Asks what the pods of a workload used in the last seven days; anew with every step.
 *
 * @param view - undefined asks nothing
 * @param panels - those that have data
 */
export function useRightSize(
  entityRef: string,
  view: Pick<MetricsView, 'service' | 'env'> | undefined,
  panels: readonly MetricPanelId[],
  now: number,
): RemoteResult<SizedDays> {
  const api = useApi(metricsApiRef);
  const to = Math.floor(now / (STEP * 1000)) * STEP * 1000;
  return useRemote(
    view && JSON.stringify([entityRef, view.service, view.env, panels]),
    async signal => {
      const ask = async (
        panel: MetricPanelId,
      ): Promise<MetricsAnswer | undefined> =>
        panels.includes(panel)
          ? api.queryMetrics(
              entityRef,
              {
                panel,
                ...queryOf(view!, { from: to - SPAN_MS, to }),
                step: STEP,
                explain: true,
              },
              { signal },
            )
          : undefined;
      const [cpu, memory, throttling, restarts] = await Promise.all([
        ...NEEDED.map(ask),
        // Without them the limits are left alone.
        ...TROUBLES.map(panel => ask(panel).catch(() => undefined)),
      ]);
      const queries = [cpu, memory].flatMap(
        answer => answer?.queries?.map(({ text }) => text) ?? [],
      );
      return {
        cpu,
        memory,
        throttling,
        restarts,
        queries: [...new Set(queries)],
      };
    },
    { changeKey: String(to) },
  );
}
