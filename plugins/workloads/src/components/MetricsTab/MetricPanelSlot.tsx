import { useEffect } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  MetricPanelId,
  MetricsAnswer,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  MetricPanelCard,
  metricsApiRef,
  TimeSeriesProps,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { MetricsView, queryOf } from './model/metricsView';

const DAY_MS = 86_400_000;

/** One panel with what it asks for. What is shown stays until the next answer is there. */
export function MetricPanelSlot(props: {
  entityRef: string;
  panel: MetricPanelId;
  view: MetricsView;
  window: { readonly from: number; readonly to: number };
  /** Keys of lines that no panel draws. */
  muted: readonly string[];
  onShorter: () => void;
  onMute: (muted: (before: readonly string[]) => readonly string[]) => void;
  /** Told what is shown, and undefined where nothing is. */
  onAnswer: (panel: MetricPanelId, answer: MetricsAnswer | undefined) => void;
  chart: Pick<TimeSeriesProps, 'marks' | 'flags' | 'onZoom' | 'onPick'>;
}): JSX.Element {
  const { entityRef, panel, view, window, chart, onAnswer } = props;
  const api = useApi(metricsApiRef);
  const query = { panel, ...queryOf(view, window) };
  const answer = useRemote(
    `${entityRef} ${panel}`,
    signal => api.queryMetrics(entityRef, query, { signal }),
    { changeKey: JSON.stringify(query) },
  );
  const data = answer.status === 'ready' ? answer.data : undefined;
  useEffect(() => onAnswer(panel, data), [onAnswer, panel, data]);
  return (
    <MetricPanelCard
      panel={panel}
      answer={answer}
      each={view.each}
      muted={props.muted}
      onMute={props.onMute}
      onShorter={window.to - window.from > DAY_MS ? props.onShorter : undefined}
      chart={{ ...chart, syncKey: entityRef }}
    />
  );
}
