import { useApi } from '@backstage/frontend-plugin-api';
import { MetricPanelId } from '@domaindeck/backstage-plugin-workloads-common';
import {
  MetricPanelCard,
  metricsApiRef,
  TimeMark,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { MetricsView } from './model/metricsView';

/** One panel with what it asks for. What is shown stays until the next answer is there. */
export function MetricPanelSlot(props: {
  entityRef: string;
  panel: MetricPanelId;
  view: MetricsView;
  window: { readonly from: number; readonly to: number };
  marks: readonly TimeMark[];
  onZoom: (from: number, to: number) => void;
  onPick: (at: number) => void;
}): JSX.Element {
  const { entityRef, panel, view, window } = props;
  const api = useApi(metricsApiRef);
  const query = {
    panel,
    ...(view.service && { workload: view.service }),
    ...(view.env.length > 0 && { environments: [...view.env] }),
    from: new Date(window.from).toISOString(),
    to: new Date(window.to).toISOString(),
  };
  const answer = useRemote(
    `${entityRef} ${panel}`,
    signal => api.queryMetrics(entityRef, query, { signal }),
    { changeKey: JSON.stringify(query) },
  );
  return (
    <MetricPanelCard
      panel={panel}
      answer={answer}
      marks={props.marks}
      syncKey={entityRef}
      each={view.each}
      onZoom={props.onZoom}
      onPick={props.onPick}
    />
  );
}
