import { RefObject, useEffect, useMemo, useRef } from 'react';
import type uPlot from 'uplot';
import { useClock } from '../../clock';
import { useTokens } from '../../theme';
import { useMetricText } from '../useMetricText';
import { ChartCalls } from './ChartCalls';
import { chartOptions } from './chartOptions';
import { TimeSeriesProps } from './TimeSeriesProps';

/**
 * Keeps a chart in an element. New values are put into the chart that is there; only other lines make another one.
 *
 * @param onCursor - called when the cursor of this chart, or of one that shares it, moves
 */
export function useChart(
  host: RefObject<HTMLElement>,
  props: TimeSeriesProps & { readonly height: number },
  onCursor: (chart: uPlot) => void,
): {
  readonly chart: RefObject<uPlot | undefined>;
  readonly calls: ChartCalls;
} {
  const tokens = useTokens();
  const t = useMetricText();
  const clock = useClock();
  const chart = useRef<uPlot>();
  const now = useRef({ props, onCursor, t, clock });
  now.current = { props, onCursor, t, clock };
  const calls = useMemo(
    (): ChartCalls => ({
      props: () => now.current.props,
      releases: count => now.current.t('metrics.marks.releases', { count }),
      onCursor: drawn => now.current.onCursor(drawn),
      after: (ms, call) => now.current.clock.after(ms, call),
    }),
    [],
  );
  const { times, lines, marks, flags, form, width, height, syncKey } = props;
  const structure = JSON.stringify([
    form,
    ...lines.map(({ key, kind, colour }) => [key, kind, colour]),
  ]);

  useEffect(() => {
    const element = host.current;
    let gone = false;
    if (!element || !canDraw()) {
      return undefined;
    }
    import('uplot').then(({ default: Library }) => {
      if (!gone) {
        const current = now.current.props;
        chart.current = new Library(
          chartOptions({
            library: Library,
            props: current,
            height: current.height,
            tokens,
            calls,
          }),
          dataOf(current),
          element,
        );
      }
    });
    return () => {
      gone = true;
      chart.current?.destroy();
      chart.current = undefined;
    };
  }, [host, structure, syncKey, tokens, calls]);

  useEffect(() => {
    chart.current?.setData(dataOf(now.current.props));
  }, [times, lines]);

  useEffect(() => {
    lines.forEach(({ hidden = false }, index) => {
      const drawn = chart.current?.series[index + 1];
      if (drawn && drawn.show === hidden) {
        chart.current?.setSeries(index + 1, { show: !hidden });
      }
    });
  }, [lines]);

  useEffect(() => {
    chart.current?.setSize({ width, height });
  }, [width, height]);

  useEffect(() => {
    chart.current?.redraw(false);
  }, [marks, flags]);

  return { chart, calls };
}

function dataOf({ times, lines }: TimeSeriesProps): uPlot.AlignedData {
  return [[...times], ...lines.map(({ values }) => [...values])];
}

/** Whether this browser draws; one without a canvas has the table. */
function canDraw(): boolean {
  return (
    typeof window.matchMedia === 'function' &&
    typeof Path2D !== 'undefined' &&
    document.createElement('canvas').getContext('2d') !== null
  );
}
