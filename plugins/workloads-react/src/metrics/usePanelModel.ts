import { useMemo } from 'react';
import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { podColours } from '../logs';
import { useTokens } from '../theme';
import { TimeSeriesLine, TimeSeriesProps } from './chart';
import { lineName } from './lineName';
import {
  MetricScale,
  metricScale,
  panelLines,
  PanelTable,
  tableOf,
} from './model';
import { useMetricText } from './useMetricText';

/** What a panel draws of an answer. */
export interface PanelModel {
  readonly lines: readonly TimeSeriesLine[];
  /** Seconds since 1970, one for each value. */
  readonly times: readonly number[];
  readonly form: TimeSeriesProps['form'];
  readonly scale: MetricScale;
  readonly table: PanelTable;
  /** Whether nothing was measured: a request and a limit alone are no curve. */
  readonly isEmpty: boolean;
}

/**
 * Makes lines of an answer, each with its colour and name.
 *
 * @param each - whether every pod has a line
 * @param muted - keys of lines that are not drawn
 */
export function usePanelModel(
  data: MetricsAnswer | undefined,
  each: boolean,
  muted: readonly string[],
): PanelModel {
  const t = useMetricText();
  const tokens = useTokens();
  const drawn = useMemo(
    () => (data ? panelLines(data, each) : []),
    [data, each],
  );
  const lines = useMemo(() => {
    const colours = podColours(drawn.map(({ key }) => key));
    return drawn.map(line => ({
      ...line,
      title: lineName(line, t),
      colour:
        line.kind === 'request' || line.kind === 'limit'
          ? tokens.text2
          : tokens.series[colours.get(line.key)?.place ?? 0],
      hidden: muted.includes(line.key),
    }));
  }, [drawn, muted, tokens, t]);
  return useMemo(() => {
    const start = data ? Date.parse(data.from) / 1000 : 0;
    const step = data?.step ?? 1;
    const times = (drawn[0]?.values ?? []).map(
      (_, index) => start + index * step,
    );
    const largest = drawn
      .flatMap(({ values }) => values)
      .reduce<number>((max, value) => Math.max(max, value ?? 0), 0);
    return {
      lines,
      times,
      form: data?.panel === 'replicas' ? 'steps' : 'lines',
      scale: metricScale(data?.unit ?? 'count', largest),
      table: tableOf(lines, { from: data?.from ?? '', step }),
      isEmpty: !drawn.some(
        ({ kind, values }) =>
          kind !== 'request' &&
          kind !== 'limit' &&
          values.some(value => value !== null),
      ),
    };
  }, [data, drawn, lines]);
}
