import { makeStyles } from '@material-ui/core/styles';
import {
  logClock,
  metricScale,
  StatusMark,
  tokensOf,
  useLogText,
  useTokens,
} from '@domaindeck/backstage-plugin-workloads-react';
import { ContainerRun } from './model/runsOf';
import { RunTimeline, TimedRun } from './model/runTimeline';

const BAR = 22;
const CHART = 46;
const AXIS = 18;
/** Room for the limit's value. */
const GUTTER = 64;
/** Part of the chart above the limit or the highest value. */
const ROOM = 1.15;
const LABELS = 4;
/** Characters of a time of day up to the minute. */
const MINUTE = 5;
/** Units of the drawing from left to right; it is stretched. */
const WIDE = 1_000;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        position: 'relative',
        height: BAR + CHART + AXIS,
        marginRight: GUTTER,
      },
      bars: { margin: 0, padding: 0, listStyle: 'none' },
      bar: {
        position: 'absolute',
        top: 0,
        boxSizing: 'border-box',
        minWidth: 22,
        height: BAR,
        padding: '0 6px',
        border: `1px solid ${tokens.border2}`,
        borderRadius: 3,
        background: tokens.sunken,
        color: tokens.text2,
        font: 'inherit',
        textAlign: 'left',
        whiteSpace: 'nowrap',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        cursor: 'pointer',
        '&:disabled': { cursor: 'default', color: tokens.text3 },
        '&:focus-visible': { outline: `2px solid ${tokens.link}` },
      },
      past: { background: 'none', borderStyle: 'dashed' },
      shown: {
        background: tokens.selected,
        borderColor: tokens.primary,
        color: tokens.text,
        fontWeight: 600,
      },
      chart: { position: 'absolute', left: 0, top: BAR + 2, width: '100%' },
      end: {
        position: 'absolute',
        display: 'inline-flex',
        transform: 'translate(-50%, -50%)',
      },
      limit: {
        position: 'absolute',
        left: '100%',
        marginLeft: 6,
        transform: 'translateY(-50%)',
        whiteSpace: 'nowrap',
        fontVariantNumeric: 'tabular-nums',
      },
      time: {
        position: 'absolute',
        top: BAR + CHART + 2,
        fontSize: 11,
        lineHeight: '14px',
        color: tokens.text3,
        fontVariantNumeric: 'tabular-nums',
        '&:last-of-type': { transform: 'translateX(-100%)' },
      },
    };
  },
  { name: 'DomainDeckRunTimeline' },
);

/** The runs of a container over time, each above the memory that it used, under the limit. */
export function RunTimelineBars(props: {
  timeline: RunTimeline;
  wordsOf: (run: ContainerRun) => string;
  /** Shows a run; undefined for one of which there is no log. */
  actOf: (run: TimedRun) => (() => void) | undefined;
}): JSX.Element {
  const { timeline, wordsOf, actOf } = props;
  const { from, to, runs, memory, limit } = timeline;
  const classes = useStyles();
  const tokens = useTokens();
  const t = useLogText();
  const colour = tokens.series[0];
  const x = (at: number) => (at - from) / (to - from);
  const percent = (at: number) => `${100 * Math.max(0, x(at))}%`;
  const highest = Math.max(
    limit ?? 0,
    ...memory.flat().map(({ bytes }) => bytes),
  );
  const y = (bytes: number) => CHART - (bytes / (highest * ROOM)) * CHART;
  const scale = metricScale('bytes', highest);
  const size = (bytes: number) => `${scale.format(bytes)} ${scale.unit}`;
  const pathOf = (points: RunTimeline['memory'][number]) =>
    points
      .map(
        ({ at, bytes }, index) =>
          `${index ? 'L' : 'M'}${Math.round(x(at) * WIDE)} ${y(bytes).toFixed(
            1,
          )}`,
      )
      .join('');
  const clock = (at: number) =>
    logClock(new Date(at).toISOString(), 'local').slice(0, MINUTE);
  const peak = Math.max(...memory.flat().map(({ bytes }) => bytes));
  return (
    <div className={classes.root}>
      <ul className={classes.bars}>
        {runs.map(run => {
          const act = actOf(run);
          const isShown = run.kind === 'ended';
          const words = wordsOf(run);
          return (
            <li key={run.number}>
              <button
                type="button"
                className={[
                  classes.bar,
                  isShown && classes.shown,
                  run.kind === 'past' && classes.past,
                ]
                  .filter(Boolean)
                  .join(' ')}
                style={{
                  left: percent(run.from),
                  width: `calc(${100 * (x(run.to) - x(run.from))}% - 4px)`,
                }}
                title={words}
                aria-current={isShown ? 'true' : undefined}
                disabled={!isShown && !act}
                onClick={act}
              >
                {words}
              </button>
            </li>
          );
        })}
      </ul>
      <svg
        className={classes.chart}
        height={CHART}
        viewBox={`0 0 ${WIDE} ${CHART}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={
          limit === undefined
            ? t('logs.crash.memory', { peak: size(peak) })
            : t('logs.crash.memoryOf', { peak: size(peak), limit: size(limit) })
        }
      >
        {runs.map(run => (
          <rect
            key={run.number}
            x={x(run.from) * WIDE}
            width={Math.max(1, (x(run.to) - x(run.from)) * WIDE)}
            y={limit === undefined ? 0 : y(limit)}
            height={CHART - (limit === undefined ? 0 : y(limit))}
            fill={run.kind === 'ended' ? tokens.selected : tokens.sunken}
          />
        ))}
        {limit !== undefined && (
          <path
            d={`M0 ${y(limit)}H${WIDE}`}
            stroke={tokens.text}
            strokeDasharray="4 3"
            vectorEffect="non-scaling-stroke"
          />
        )}
        {memory.map(points => (
          <path
            key={points[0]?.at}
            d={points.length === 1 ? `${pathOf(points)}h2` : pathOf(points)}
            fill="none"
            stroke={colour}
            strokeWidth={1.5}
            vectorEffect="non-scaling-stroke"
          />
        ))}
        <path
          d={`M0 ${CHART - 0.5}H${WIDE}`}
          stroke={tokens.border}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {runs
        .filter(({ kind }) => kind !== 'current')
        .map(run => (
          <span
            key={run.number}
            className={classes.end}
            style={{
              left: percent(run.to),
              top: BAR + 2 + (limit === undefined ? CHART / 2 : y(limit)),
            }}
          >
            <StatusMark kind="failed" size={14} decorative />
          </span>
        ))}
      {limit !== undefined && (
        <span className={classes.limit} style={{ top: BAR + 2 + y(limit) }}>
          {size(limit)}
        </span>
      )}
      {Array.from({ length: LABELS }, (_, index) => {
        const at = from + (index / LABELS) * (to - from);
        return (
          <span
            key={index}
            className={classes.time}
            style={{ left: percent(at) }}
          >
            {clock(at)}
          </span>
        );
      })}
      <span className={classes.time} style={{ left: '100%' }}>
        {t('logs.crash.now')}
      </span>
    </div>
  );
}
