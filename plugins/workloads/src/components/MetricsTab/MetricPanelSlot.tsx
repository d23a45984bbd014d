import { useEffect, useMemo } from 'react';
import {
  MetricPanelId,
  MetricsAnswer,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  MetricPanelCard,
  PanelDetail,
  TimeSeriesProps,
} from '@domaindeck/backstage-plugin-workloads-react';
import { isEmptyAnswer } from './model/isEmptyAnswer';
import { MetricsView } from './model/metricsView';
import { ofPod } from './model/ofPod';
import { usePanelAnswer } from './usePanelAnswer';

const DAY_MS = 86_400_000;

/**
 * One panel with what it asks for. What is shown stays until the next answer is there; of what there is none nothing is drawn,
 * and it goes on asking.
 */
export function MetricPanelSlot(props: {
  entityRef: string;
  panel: MetricPanelId;
  view: MetricsView;
  window: { readonly from: number; readonly to: number };
  /** Keys of lines that no panel draws. */
  muted: readonly string[];
  onShorter: () => void;
  onRightSize: () => void;
  onMute: (muted: (before: readonly string[]) => readonly string[]) => void;
  /** Told what is shown, and undefined where nothing is. */
  onAnswer: (panel: MetricPanelId, answer: MetricsAnswer | undefined) => void;
  chart: Pick<TimeSeriesProps, 'marks' | 'flags' | 'onZoom' | 'onPick'>;
}): JSX.Element | null {
  const { entityRef, panel, view, window, chart, onAnswer } = props;
  const answer = usePanelAnswer(entityRef, panel, view, window);
  const data = answer.status === 'ready' ? answer.data : undefined;
  useEffect(() => onAnswer(panel, data), [onAnswer, panel, data]);
  const shown = useMemo(() => data && ofPod(data, view.pod), [data, view.pod]);
  if (isEmptyAnswer(shown)) {
    return null;
  }
  return (
    <MetricPanelCard
      panel={panel}
      answer={
        answer.status === 'ready' && shown ? { ...answer, data: shown } : answer
      }
      detail={detailOf(view)}
      muted={props.muted}
      onMute={props.onMute}
      onRightSize={props.onRightSize}
      onShorter={window.to - window.from > DAY_MS ? props.onShorter : undefined}
      chart={{ ...chart, syncKey: entityRef }}
    />
  );
}

function detailOf({ pod, each }: MetricsView): PanelDetail {
  if (pod !== undefined) {
    return 'containers';
  }
  return each ? 'each' : 'few';
}
