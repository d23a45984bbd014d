import { useRef } from 'react';
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
import { MetricsView, queryOf } from './model/metricsView';
import { spliceAnswer, tailFrom } from './model/spliceAnswer';

/**
 * What a panel shows. While the time goes on only the last steps are asked for; what is shown stays until the next
 * answer is there.
 */
export function usePanelAnswer(
  entityRef: string,
  panel: MetricPanelId,
  view: MetricsView,
  window: { readonly from: number; readonly to: number },
): RemoteResult<MetricsAnswer> {
  const api = useApi(metricsApiRef);
  const query = { panel, ...queryOf(view, window) };
  const { service, env, range } = view;
  const question = JSON.stringify([entityRef, panel, service, env, range]);
  const last = useRef<{ question: string; answer: MetricsAnswer }>();
  return useRemote(
    `${entityRef} ${panel}`,
    async signal => {
      const known =
        range.kind === 'live' && last.current?.question === question
          ? last.current.answer
          : undefined;
      const from = known && tailFrom(known, window);
      const ask = (more: { from?: string; step?: number }) =>
        api.queryMetrics(entityRef, { ...query, ...more }, { signal });
      const answer =
        known && from !== undefined
          ? spliceAnswer(
              known,
              await ask({
                from: new Date(from).toISOString(),
                step: known.step,
              }),
              window.from,
            )
          : await ask({});
      last.current = { question, answer };
      return answer;
    },
    { changeKey: JSON.stringify(query) },
  );
}
