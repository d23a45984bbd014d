import { PointerEvent, useState } from 'react';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { LogHistogram } from '@domaindeck/backstage-plugin-workloads-common';
import { useWidth } from '../../controls';
import { tokensOf } from '../../theme';
import { logTokensOf } from '../logTokensOf';
import { LogGap } from '../model/gapsIn';
import { histogramShape, sumOf } from '../model/histogramShape';
import { logClock, LogZone } from '../model/logClock';
import { ShownSpan } from '../model/ShownSpan';
import { useLogText } from '../useLogText';
import { BrushPopup } from './BrushPopup';
import { GapHatch } from './GapHatch';
import { LOG_LEVELS } from './LevelLegend';
import { ShownMark } from './ShownMark';

const LEFT = 44;
const RIGHT = 16;
const AXIS = 18;
const TOP = 8;
/** Before the first measure. */
const ASSUMED_PX = 1_000;
/** A hand that clicks moves by so much; more is a drag. */
const DRAG_PX = 5;
const DAY_MS = 86_400_000;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        position: 'relative',
        flex: 'none',
        borderBottom: `1px solid ${tokens.border}`,
      },
      svg: {
        display: 'block',
        width: '100%',
        cursor: 'crosshair',
        touchAction: 'pan-y',
        // A drag marks a stretch of time and no words of the axis.
        userSelect: 'none',
        outline: 'none',
        '& text': {
          font: `400 11px ${theme.typography.fontFamily}`,
          fill: tokens.text3,
          fontVariantNumeric: 'tabular-nums',
        },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: -2,
        },
      },
    };
  },
  { name: 'DomainDeckLevelHistogram' },
);

interface Brush {
  /** Pixels of the plot. */
  readonly start: number;
  readonly end: number;
  readonly done: boolean;
}

/**
 * How many lines each step of time holds, worst level at the base line. A click on a bar shows its time alone, a drag
 * marks a stretch to zoom into; the arrow keys go from bar to bar, Enter zooms.
 * @public
 */
export function LevelHistogram(props: {
  histogram: LogHistogram;
  /** Of the whole in pixels. */
  height: number;
  zone: LogZone;
  /** What the list shows of it. */
  shown?: ShownSpan;
  /** Parts in which lines may be missing. */
  gaps?: readonly LogGap[];
  onZoom: (from: number, to: number) => void;
}): JSX.Element {
  const { histogram, height, zone, shown, gaps = [], onZoom } = props;
  const classes = useStyles();
  const theme = useTheme();
  const tokens = tokensOf(theme);
  const logs = logTokensOf(theme);
  const t = useLogText();
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const [brush, setBrush] = useState<Brush>();
  const [place, setPlace] = useState<number>();
  const width = useWidth(root) ?? ASSUMED_PX;
  const plot = Math.max(50, width - LEFT - RIGHT);
  const floor = height - AXIS;
  const { buckets } = histogram;
  const { from, to, top, labels } = histogramShape(histogram, plot);
  const step = buckets.length > 0 ? plot / buckets.length : plot;
  const timeAt = (x: number) => from + (x / plot) * (to - from);
  const xOf = (at: number) => LEFT + ((at - from) / (to - from)) * plot;
  const words = (at: number) => {
    const clock = logClock(
      new Date(at).toISOString(),
      zone === 'utc' ? 'utc' : 'local',
    );
    const short = clock.slice(0, to - from < 600_000 ? 8 : 5);
    return to - from > DAY_MS
      ? `${new Date(at).toISOString().slice(5, 10)} ${short}`
      : short;
  };
  const xIn = (event: PointerEvent<SVGSVGElement>) =>
    Math.min(
      plot,
      Math.max(
        0,
        event.clientX - event.currentTarget.getBoundingClientRect().left - LEFT,
      ),
    );
  const zoomBucket = (index: number) => {
    const start = Date.parse(buckets[index].at);
    const next = buckets[index + 1];
    onZoom(start, next ? Date.parse(next.at) : to);
  };
  const release = (x: number) => {
    if (!brush || brush.done) {
      return;
    }
    if (Math.abs(x - brush.start) < DRAG_PX) {
      setBrush(undefined);
      const index = Math.min(buckets.length - 1, Math.floor(x / step));
      if (buckets[index]) {
        zoomBucket(index);
      }
    } else {
      setBrush({ start: brush.start, end: x, done: true });
    }
  };
  const marked = brush && {
    from: timeAt(Math.min(brush.start, brush.end)),
    to: timeAt(Math.max(brush.start, brush.end)),
  };
  const inBrush = marked
    ? buckets.filter(({ at }) => {
        const ms = Date.parse(at);
        return (
          ms >= marked.from - (to - from) / buckets.length && ms < marked.to
        );
      })
    : [];
  const barText = (index: number) =>
    t('logs.histogram.bar', {
      from: words(Date.parse(buckets[index].at)),
      to: words(buckets[index + 1] ? Date.parse(buckets[index + 1].at) : to),
      lines: sumOf(buckets[index].counts).toLocaleString(),
      errors: buckets[index].counts.error.toLocaleString(),
    });
  return (
    <div ref={setRoot} className={classes.root}>
      <svg
        className={classes.svg}
        height={height}
        role="slider"
        aria-label={t('logs.histogram.label')}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, buckets.length - 1)}
        aria-valuenow={place ?? Math.max(0, buckets.length - 1)}
        aria-valuetext={
          place !== undefined && buckets[place] ? barText(place) : undefined
        }
        tabIndex={0}
        onPointerDown={event => {
          if (event.button !== 0) {
            return;
          }
          const x = xIn(event);
          event.currentTarget.setPointerCapture(event.pointerId);
          setBrush({ start: x, end: x, done: false });
        }}
        onPointerMove={event => {
          const x = xIn(event);
          setPlace(Math.min(buckets.length - 1, Math.floor(x / step)));
          if (brush && !brush.done) {
            setBrush({ ...brush, end: x });
          }
        }}
        onPointerUp={event => release(xIn(event))}
        onKeyDown={event => {
          const now = place ?? buckets.length - 1;
          if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
            event.preventDefault();
            const by = event.key === 'ArrowLeft' ? -1 : 1;
            setPlace(Math.min(buckets.length - 1, Math.max(0, now + by)));
          } else if (event.key === 'Enter' && buckets[now]) {
            event.preventDefault();
            event.stopPropagation();
            zoomBucket(now);
          } else if (event.key === 'Escape' && brush) {
            event.stopPropagation();
            setBrush(undefined);
          }
        }}
      >
        {place !== undefined && buckets[place] && (
          <title>{barText(place)}</title>
        )}
        {[top, top / 2].map((value, index) => {
          const y = TOP + ((floor - TOP) * index) / 2;
          return (
            <g key={value}>
              <line
                x1={LEFT}
                x2={width - RIGHT}
                y1={y}
                y2={y}
                stroke={tokens.border}
              />
              <text x={LEFT - 6} y={y + 4} textAnchor="end">
                {value.toLocaleString()}
              </text>
            </g>
          );
        })}
        {buckets.map(({ at, counts }, index) => {
          let y = floor;
          return LOG_LEVELS.map(level => {
            const size = ((floor - TOP) * counts[level]) / top;
            y -= size;
            return size > 0 ? (
              <rect
                key={`${at}${level}`}
                x={LEFT + index * step}
                y={y}
                width={Math.max(1, step - 1)}
                height={size}
                fill={logs.level[level]}
              />
            ) : null;
          });
        })}
        {labels.map(at => (
          <text key={at} x={xOf(at)} y={height - 5} textAnchor="middle">
            {words(at)}
          </text>
        ))}
        {gaps.length > 0 && (
          <GapHatch
            gaps={gaps}
            height={floor}
            xOf={xOf}
            ends={[LEFT, LEFT + plot]}
          />
        )}
        {shown && (
          <ShownMark
            shown={shown}
            y={floor + 1}
            xOf={xOf}
            ends={[LEFT, LEFT + plot]}
          />
        )}
        {brush && (
          <rect
            x={LEFT + Math.min(brush.start, brush.end)}
            y={0}
            width={Math.abs(brush.end - brush.start)}
            height={floor}
            fill={logs.brush}
            stroke={tokens.primary}
          />
        )}
      </svg>
      {brush?.done && marked && (
        <BrushPopup
          span={{ from: words(marked.from), to: words(marked.to) }}
          lines={inBrush.reduce((sum, one) => sum + sumOf(one.counts), 0)}
          errors={inBrush.reduce((sum, one) => sum + one.counts.error, 0)}
          left={Math.min(
            width - 190,
            LEFT + Math.max(brush.start, brush.end) + 8,
          )}
          onZoom={() => {
            setBrush(undefined);
            onZoom(marked.from, marked.to);
          }}
          onClear={() => setBrush(undefined)}
        />
      )}
    </div>
  );
}
