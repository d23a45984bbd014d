import { useApi } from '@backstage/frontend-plugin-api';
import {
  MetricPanelId,
  MetricsAnswer,
  MetricsApi,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  metricsApiRef,
  RemoteResult,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { MetricsView, queryOf } from '../model/metricsView';
import { Comparison } from './model/comparison';
import { ComparedPanel } from './model/compareRows';
import { ComparedWindows, Window } from './model/compareWindows';

/**
 * Asks what is to be compared: of each panel two questions, and a third for what is usual. A panel that gets no answer
 * says so; the others stand.
 *
 * @param panels - those that have data
 * @param windows - undefined asks nothing
 */
export function useComparison(
  entityRef: string,
  view: Pick<MetricsView, 'service' | 'env'>,
  comparison: Comparison,
  windows: ComparedWindows | undefined,
  panels: readonly MetricPanelId[],
): RemoteResult<readonly ComparedPanel[]> {
  const api = useApi(metricsApiRef);
  const key = [entityRef, view.service, view.env, comparison, panels];
  return useRemote(
    windows && JSON.stringify(key),
    signal =>
      Promise.all(
        panels.map(panel =>
          ask({ api, entityRef, view, comparison, signal }, panel, windows!),
        ),
      ),
    { changeKey: JSON.stringify(windows) },
  );
}

interface Asking {
  readonly api: MetricsApi;
  readonly entityRef: string;
  readonly view: Pick<MetricsView, 'service' | 'env'>;
  readonly comparison: Comparison;
  readonly signal: AbortSignal;
}

async function ask(
  asking: Asking,
  panel: MetricPanelId,
  windows: ComparedWindows,
): Promise<ComparedPanel> {
  const { api, entityRef, view, comparison, signal } = asking;
  const query = (window: Window, env = view.env, step?: number) =>
    api.queryMetrics(
      entityRef,
      { panel, ...queryOf({ ...view, env }, window), ...(step && { step }) },
      { signal },
    );
  const { before, after, usual, step } = windows;
  const [first, second] = sidesOf(comparison, view);
  try {
    const answers: Promise<MetricsAnswer | undefined>[] = [
      query(before, first, step),
      // Two pods are in one answer.
      comparison.kind === 'pods'
        ? Promise.resolve(undefined)
        : query(after, second, step),
      // Without it no change is usual, which is no reason to show none.
      usual
        ? query(usual, second).catch(() => undefined)
        : Promise.resolve(undefined),
    ];
    const [one, other, days] = await Promise.all(answers);
    return { panel, before: one, after: other ?? one, usual: days };
  } catch (error) {
    if (signal.aborted) {
      throw error;
    }
    return {
      panel,
      error: error instanceof Error ? error : new Error(String(error)),
    };
  }
}

/** The environments of each side. */
function sidesOf(
  comparison: Comparison,
  { env }: Pick<MetricsView, 'env'>,
): [readonly string[], readonly string[]] {
  return comparison.kind === 'environments'
    ? [[comparison.a ?? ''], [comparison.b ?? '']]
    : [env, env];
}
