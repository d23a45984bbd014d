import {
  MetricPanelId,
  MetricsAnswer,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  across,
  panelLines,
  restartBars,
  Value,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Comparison } from './comparison';
import { COMPARED_MEASURES, ComparedMeasure } from './comparedMeasures';
import { figureOf } from './figureOf';
import { Swing, usualSwing } from './usualSwing';
import { Verdict, verdictOf } from './verdictOf';

/** What was asked of one panel. */
export interface ComparedPanel {
  readonly panel: MetricPanelId;
  readonly before?: MetricsAnswer;
  readonly after?: MetricsAnswer;
  /** Of the days before; not asked for everywhere. */
  readonly usual?: MetricsAnswer;
  /** Why there is no answer. */
  readonly error?: Error;
}

/** One line of the table. */
export interface CompareRow {
  readonly measure: ComparedMeasure;
  readonly unit: MetricsAnswer['unit'];
  readonly before?: number;
  readonly after?: number;
  /** As share: 0.49 is half as much more. Undefined where there was nothing before. */
  readonly change?: number;
  readonly swing?: Swing;
  readonly verdict: Verdict;
  readonly lines: {
    readonly before: readonly Value[];
    readonly after: readonly Value[];
  };
  /** Of the second line, milliseconds since 1970, and the seconds between two of its values. */
  readonly from: number;
  readonly step: number;
}

/** Makes the lines of the table of what was asked; measures of which nothing is known on either side have none. */
export function compareRows(
  panels: readonly ComparedPanel[],
  comparison: Comparison,
): CompareRow[] {
  return COMPARED_MEASURES.flatMap(measure => {
    const found = panels.find(({ panel }) => panel === measure.panel);
    return found?.before && found.after
      ? rowOf(measure, found, found.before, found.after, comparison)
      : [];
  });
}

function rowOf(
  measure: ComparedMeasure,
  { usual }: ComparedPanel,
  first: MetricsAnswer,
  second: MetricsAnswer,
  comparison: Comparison,
): CompareRow[] {
  const [one, other] =
    comparison.kind === 'pods'
      ? [ofPod(first, comparison.a), ofPod(second, comparison.b)]
      : [first, second];
  const lines = { before: measure.line(one), after: measure.line(other) };
  const before = figureOf(lines.before, measure.figure);
  const after = figureOf(lines.after, measure.figure);
  if (before === undefined && after === undefined) {
    return [];
  }
  const span = (Date.parse(other.to) - Date.parse(other.from)) / 1000;
  const swing =
    usual && measure.figure !== 'count'
      ? usualSwing(measure.line(usual), usual.step, span, measure.figure)
      : undefined;
  return [
    {
      measure,
      unit: second.unit,
      before,
      after,
      change:
        before !== undefined && after !== undefined && before > 0
          ? after / before - 1
          : undefined,
      swing,
      verdict: verdictOf(measure, before, after, {
        swing,
        limit: measure.id === 'memory' ? limitOf(other) : undefined,
      }),
      lines,
      from: Date.parse(other.from),
      step: measure.figure === 'count' ? restartBars(other).step : other.step,
    },
  ];
}

function ofPod(answer: MetricsAnswer, pod: string | undefined): MetricsAnswer {
  return {
    ...answer,
    series: answer.series.filter(one => one.pod === pod),
  };
}

/** What a pod may use at most, where all have the same. */
function limitOf(answer: MetricsAnswer): number | undefined {
  const limits = panelLines({
    ...answer,
    series: answer.series.filter(({ measure }) => measure === 'limit'),
  });
  const value = across(limits, 1).find(one => one !== null);
  return value ?? undefined;
}
