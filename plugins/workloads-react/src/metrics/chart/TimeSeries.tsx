import { KeyboardEvent, useRef, useState } from 'react';
import type uPlot from 'uplot';
import { marksNear, TimeMark } from '../model';
import { ChartTip } from './ChartTip';
import { groupsOf } from './drawMarks';
import { pick } from './pointer';
import { TimeSeriesProps } from './TimeSeriesProps';
import { useChart } from './useChart';
import { useChartStyles } from './useChartStyles';

const HEIGHT_PX = 148;
/** One key zooms to half of the time, or to twice of it. */
const ZOOM = { '+': 0.5, '-': 2 } as const;

/** What the pointer or the keyboard is at. */
interface Pointed {
  readonly index: number;
  /** Pixels from the left edge of the plot, and its width. */
  readonly x: number;
  readonly width: number;
  readonly marks: readonly TimeMark[];
}

/**
 * Lines over time, on a canvas, with what happened marked. Who cannot see it has the legend and the table beside it.
 * ← and → move the cursor, `m` and `M` go to the next and previous mark, Enter opens what is there, `+` and `-` zoom.
 * @public
 */
export function TimeSeries(props: TimeSeriesProps): JSX.Element {
  const { times, lines, marks, scale, label, cursor } = props;
  const { height = HEIGHT_PX } = props;
  const classes = useChartStyles();
  const host = useRef<HTMLDivElement>(null);
  const keyed = useRef(false);
  const [pointed, setPointed] = useState<Pointed>();
  const { chart, calls } = useChart(host, { ...props, height }, drawn => {
    const { idx, left = -1, event } = drawn.cursor;
    props.onCursor(idx ?? undefined);
    // The charts that only share the cursor show no tooltip.
    if (typeof idx === 'number' && left >= 0 && (event || keyed.current)) {
      setPointed({
        index: idx,
        x: left,
        width: drawn.over.clientWidth,
        marks: marksNear(groupsOf(drawn, marks), left),
      });
    } else {
      setPointed(undefined);
    }
  });

  const moveTo = (drawn: uPlot, seconds: number) => {
    keyed.current = true;
    drawn.setCursor({ left: drawn.valToPos(seconds, 'x'), top: 0 });
  };
  const onKey = (event: KeyboardEvent) => {
    const drawn = chart.current;
    if (!drawn || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const last = times.length - 1;
    const at = drawn.cursor.idx ?? last;
    const { key } = event;
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const next = at + (key === 'ArrowLeft' ? -1 : 1);
      moveTo(drawn, times[Math.min(last, Math.max(0, next))]);
    } else if (key === 'Home' || key === 'End') {
      moveTo(drawn, times[key === 'Home' ? 0 : last]);
    } else if (key === 'm' || key === 'M') {
      const from = drawn.cursor.idx ?? (key === 'm' ? 0 : last);
      const next = markBeside(marks, times, from, key === 'm' ? 1 : -1);
      if (next) {
        moveTo(drawn, next.at / 1000);
      }
    } else if (key === 'Enter') {
      pick(drawn, drawn.valToPos(times[at], 'x'), calls);
    } else if (key === '+' || key === '-') {
      const half = ((times[last] - times[0]) / 2) * ZOOM[key];
      props.onZoom((times[at] - half) * 1000, (times[at] + half) * 1000);
    } else if (key === 'Escape' && pointed) {
      drawn.setCursor({ left: -10, top: -10 });
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={host}
      className={classes.root}
      style={{ minHeight: height }}
      role="slider"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, times.length - 1)}
      aria-valuenow={cursor.index}
      aria-valuetext={cursor.text}
      tabIndex={0}
      onKeyDown={onKey}
      onMouseEnter={() => {
        keyed.current = false;
      }}
      onBlur={() => {
        keyed.current = false;
        setPointed(undefined);
      }}
    >
      {pointed && pointed.index < times.length && (
        <ChartTip
          at={times[pointed.index] * 1000}
          index={pointed.index}
          lines={lines}
          marks={pointed.marks}
          scale={scale}
          x={pointed.x}
          width={pointed.width}
        />
      )}
    </div>
  );
}

/** The mark next to a step, in sight. */
function markBeside(
  marks: readonly TimeMark[],
  times: readonly number[],
  index: number,
  way: 1 | -1,
): TimeMark | undefined {
  const here = times[index] * 1000;
  const half = (((times[1] ?? 0) - (times[0] ?? 0)) * 1000) / 2;
  const seen = marks
    .filter(
      ({ at }) =>
        at >= times[0] * 1000 - half &&
        at <= times[times.length - 1] * 1000 + half,
    )
    .sort((a, b) => way * (a.at - b.at));
  return seen.find(({ at }) => way * (at - here) > half);
}
