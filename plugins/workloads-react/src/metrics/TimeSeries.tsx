import { useEffect, useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type uPlot from 'uplot';
import { tokensOf, useTokens } from '../theme';
import { chartOptions } from './chartOptions';
import { TimeSeriesProps } from './TimeSeriesProps';

const HEIGHT_PX = 148;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      // What the chart library's own sheet holds, as far as it is needed, in the theme's colours.
      root: {
        minHeight: HEIGHT_PX,
        borderRadius: 2,
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
        '& .uplot, & .uplot *': { boxSizing: 'border-box' },
        '& .uplot': { width: 'min-content' },
        '& .u-wrap': { position: 'relative', userSelect: 'none' },
        '& .u-over, & .u-under, & .u-axis': { position: 'absolute' },
        '& .u-under': { overflow: 'hidden' },
        '& .uplot canvas': { display: 'block', position: 'relative' },
        '& .u-select': {
          position: 'absolute',
          pointerEvents: 'none',
          background: tokens.selected,
          opacity: 0.6,
        },
        '& .u-cursor-x': {
          position: 'absolute',
          left: 0,
          top: 0,
          height: '100%',
          borderRight: `1px solid ${tokens.text3}`,
          pointerEvents: 'none',
          willChange: 'transform',
        },
        '& .u-cursor-pt': {
          position: 'absolute',
          left: 0,
          top: 0,
          borderRadius: '50%',
          pointerEvents: 'none',
          willChange: 'transform',
        },
        '& .u-off': { display: 'none' },
      },
    };
  },
  { name: 'DomainDeckTimeSeries' },
);

/**
 * Lines over time, on a canvas. Who cannot see it has the legend and the table beside it; ← and → move the cursor.
 * @public
 */
export function TimeSeries(props: TimeSeriesProps): JSX.Element {
  const classes = useStyles();
  const tokens = useTokens();
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>();
  const calls = useRef(props);
  calls.current = props;
  const { times, lines, marks, width, syncKey, label, cursor } = props;

  useEffect(() => {
    const element = host.current;
    let gone = false;
    if (!element || !canDraw()) {
      return undefined;
    }
    import('uplot').then(({ default: UPlot }) => {
      if (!gone) {
        chart.current = new UPlot(
          chartOptions({
            lines,
            marks,
            width,
            height: HEIGHT_PX,
            syncKey,
            tokens,
            calls: () => calls.current,
          }),
          [[...times], ...lines.map(({ values }) => [...values])],
          element,
        );
      }
    });
    return () => {
      gone = true;
      chart.current?.destroy();
      chart.current = undefined;
    };
  }, [times, lines, marks, width, syncKey, tokens]);

  const move = (by: number) => {
    const drawn = chart.current;
    if (!drawn) {
      return;
    }
    const next = Math.min(
      times.length - 1,
      Math.max(0, (drawn.cursor.idx ?? times.length - 1) + by),
    );
    drawn.setCursor({ left: drawn.valToPos(times[next], 'x'), top: 0 });
  };

  return (
    <div
      ref={host}
      className={classes.root}
      role="slider"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, times.length - 1)}
      aria-valuenow={cursor.index}
      aria-valuetext={cursor.text}
      tabIndex={0}
      onKeyDown={event => {
        if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
          event.preventDefault();
          move(event.key === 'ArrowLeft' ? -1 : 1);
        }
      }}
    />
  );
}

/** Whether this browser draws; one without a canvas has the table. */
function canDraw(): boolean {
  return (
    typeof window.matchMedia === 'function' &&
    typeof Path2D !== 'undefined' &&
    document.createElement('canvas').getContext('2d') !== null
  );
}
