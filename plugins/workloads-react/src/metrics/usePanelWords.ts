import { useMemo } from 'react';
import {
  MetricPanelId,
  MetricsAnswer,
} from '@domaindeck/backstage-plugin-workloads-common';
import { useAgeText } from '../components/useAgeText';
import { fullIn, hasRequest, usedOfRequest } from './model';
import { MetricText, MetricTextKey, useMetricText } from './useMetricText';
import { PanelModel } from './usePanelModel';

/** What a panel says beside its curves. */
export interface PanelWords {
  readonly title: string;
  /** What values are counted in; empty where nothing is drawn. */
  readonly unit: string;
  /** Who counted; empty where it is not told. */
  readonly origin: string;
  /** Short sentences under the curves. */
  readonly notes: readonly string[];
}

/** Puts what a panel is and says into the reader's language. */
export function usePanelWords(
  panel: MetricPanelId,
  answer: MetricsAnswer | undefined,
  model: PanelModel | undefined,
): PanelWords {
  const t = useMetricText();
  const age = useAgeText();
  return useMemo(() => {
    const title = t(`metrics.panel.${panel}`);
    if (!answer || !model || model.state !== 'curves') {
      return { title, unit: '', origin: '', notes: [] };
    }
    const origins = [
      ...new Set(answer.series.flatMap(({ origin }) => origin ?? [])),
    ];
    return {
      title,
      unit: unitOf(panel, model, t, age),
      origin:
        origins.length > 0
          ? t('metrics.unit.origin', { name: origins.join(', ') })
          : '',
      notes: notesOf(panel, answer, model, t, age),
    };
  }, [panel, answer, model, t, age]);
}

function unitOf(
  panel: MetricPanelId,
  model: PanelModel,
  t: MetricText,
  age: (ms: number) => string,
): string {
  const { scale, step } = model;
  const plain = ['perSecond', 'cores', 'count'].includes(scale.unit)
    ? t(`metrics.unit.${scale.unit}` as MetricTextKey)
    : scale.unit;
  switch (panel) {
    case 'cpu':
    case 'memory':
      return model.unit === 'ratio'
        ? t('metrics.unit.ofRequest')
        : t('metrics.unit.aPod', { unit: plain });
    case 'errors':
      return t('metrics.unit.answered');
    case 'throttling':
      return t('metrics.unit.ofTime');
    case 'restarts':
      return t('metrics.unit.per', { span: age(step * 1000) });
    case 'replicas':
      return t('metrics.unit.pods');
    case 'volumes':
    case 'quota':
      return t('metrics.unit.used');
    default:
      return plain;
  }
}

function notesOf(
  panel: MetricPanelId,
  answer: MetricsAnswer,
  model: PanelModel,
  t: MetricText,
  age: (ms: number) => string,
): string[] {
  switch (panel) {
    case 'cpu':
    case 'memory':
      return askedNotes(answer, model, t);
    case 'restarts': {
      const [count, oom] = model.lines.map(({ values }) =>
        values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
      );
      return [
        oom > 0
          ? t('metrics.note.inAllOom', { count, oom })
          : t('metrics.note.inAll', { count }),
      ];
    }
    case 'volumes':
      return fullIn(answer)
        .slice(0, 3)
        .map(({ subject, seconds }) =>
          t('metrics.note.full', { name: subject, span: age(seconds * 1000) }),
        );
    default:
      return [];
  }
}

/** Whether anything still runs: of what is gone nobody knows what it asked for. */
function isThere({ series }: MetricsAnswer): boolean {
  return series.some(
    ({ measure, values }) =>
      measure === 'usage' && values.slice(-2).some(value => value !== null),
  );
}

function askedNotes(
  answer: MetricsAnswer,
  model: PanelModel,
  t: MetricText,
): string[] {
  const share = [...usedOfRequest(answer)]
    .reverse()
    .find(value => value !== null);
  const hasLimit = answer.series.some(({ measure }) => measure === 'limit');
  if (!isThere(answer)) {
    return [];
  }
  if (!hasRequest(answer)) {
    return hasLimit ? [] : [t('metrics.note.nothingAsked')];
  }
  return [
    ...(typeof share === 'number' && model.unit !== 'ratio'
      ? [
          t('metrics.note.ofRequest', {
            share: new Intl.NumberFormat(undefined, {
              style: 'percent',
              maximumFractionDigits: 0,
            }).format(share),
          }),
        ]
      : []),
    ...(hasLimit ? [] : [t('metrics.note.noLimit')]),
  ];
}
