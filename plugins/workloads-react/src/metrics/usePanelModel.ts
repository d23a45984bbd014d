import { useMemo } from 'react';
import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { useTokens } from '../theme';
import { TimeSeriesLine } from './chart';
import { lineColour } from './lineColour';
import { lineName } from './lineName';
import {
  MetricScale,
  metricScale,
  PanelDetail,
  PanelTable,
  tableOf,
} from './model';
import { panelColours } from './panelColours';
import { PanelSeries, panelSeries } from './model/panelSeries';
import { useMetricText } from './useMetricText';

/** What a panel draws of an answer. */
export interface PanelModel extends Omit<PanelSeries, 'lines'> {
  readonly lines: readonly TimeSeriesLine[];
  /** Seconds since 1970, one for each value. */
  readonly times: readonly number[];
  readonly scale: MetricScale;
  readonly table: PanelTable;
}

/** How an answer is looked at. */
export interface PanelLook {
  readonly detail: PanelDetail;
  /** Whether what is used is told as share of what is asked for. */
  readonly relative: boolean;
  /** Keys of lines that are not drawn. */
  readonly muted: readonly string[];
}

/** Makes lines of an answer, each with its colour and name; undefined where there is none yet. */
export function usePanelModel(
  answer: MetricsAnswer | undefined,
  look: PanelLook,
): PanelModel | undefined {
  const { detail, relative, muted } = look;
  const t = useMetricText();
  const tokens = useTokens();
  const drawn = useMemo(
    () => answer && panelSeries(answer, detail, relative),
    [answer, detail, relative],
  );
  return useMemo(() => {
    if (!drawn) {
      return undefined;
    }
    const placeOf = panelColours(drawn.lines, drawn.step);
    const lines = drawn.lines.map(line => ({
      ...line,
      title: lineName(line, t),
      colour: lineColour(line, tokens, placeOf(line)),
      hidden: muted.includes(line.key),
    }));
    const start = Date.parse(drawn.from) / 1000;
    const largest = drawn.lines
      .flatMap(({ values }) => values)
      .reduce<number>((max, value) => Math.max(max, value ?? 0), 0);
    return {
      ...drawn,
      lines,
      times: (lines[0]?.values ?? []).map(
        (_, index) => start + index * drawn.step,
      ),
      scale: metricScale(drawn.unit, largest),
      table: tableOf(lines, drawn),
    };
  }, [drawn, muted, tokens, t]);
}
