import { makeStyles } from '@material-ui/core/styles';
import { tokensOf, useTokens } from '../../theme';
import { MetricScale, TimeMark } from '../model';
import { MetricText, MetricTextKey, useMetricText } from '../useMetricText';
import { LEFT_PX } from './chartOptions';
import { isAsked } from './isAsked';
import { TimeSeriesLine } from './TimeSeriesProps';

/** More than so many lines hide what they explain. */
const MOST = 8;
const MOST_MARKS = 4;
const WIDTH_PX = 208;
const BESIDE_PX = 12;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        position: 'absolute',
        top: 8,
        zIndex: 5,
        width: WIDTH_PX,
        padding: '8px 10px',
        borderRadius: 4,
        background: tokens.tip.ground,
        color: tokens.tip.text,
        boxShadow: tokens.shadowPop,
        fontSize: 12,
        lineHeight: '18px',
        pointerEvents: 'none',
        '& ul': { margin: 0, padding: 0, listStyle: 'none' },
        '& li': {
          display: 'flex',
          alignItems: 'center',
          gap: 8,
          fontVariantNumeric: 'tabular-nums',
        },
        '& li b': { marginLeft: 'auto', fontWeight: 600 },
      },
      time: { fontWeight: 600 },
      swatch: { flex: 'none', width: 10, height: 3, borderRadius: 1 },
      name: {
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      part: {
        marginTop: 4,
        paddingTop: 4,
        borderTop: '1px solid rgba(128, 128, 128, .5)',
      },
    };
  },
  { name: 'DomainDeckChartTip' },
);

/** What stands under the pointer: the values, the largest first, what happened there, and what a click does. */
export function ChartTip(props: {
  /** Milliseconds since 1970. */
  at: number;
  index: number;
  lines: readonly TimeSeriesLine[];
  marks: readonly TimeMark[];
  scale: MetricScale;
  /** Pixels of the plot: where the pointer stands, and how wide it is. */
  x: number;
  width: number;
}): JSX.Element {
  const { at, index, lines, marks, scale, x, width } = props;
  const classes = useStyles();
  const tokens = useTokens();
  const t = useMetricText();
  const rows = lines
    .filter(({ kind, hidden }) => !hidden && !isAsked(kind))
    .map(line => ({ ...line, value: line.values[index] ?? null }))
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  const left =
    LEFT_PX + (x > width / 2 ? x - BESIDE_PX - WIDTH_PX : x + BESIDE_PX);
  return (
    <div className={classes.root} style={{ left }} aria-hidden="true">
      <div className={classes.time}>{timeOf(at)}</div>
      <ul>
        {rows.slice(0, MOST).map(({ key, title, colour, value }) => (
          <li key={key}>
            <span
              className={classes.swatch}
              style={{ background: tipColour(colour) }}
            />
            <span className={classes.name}>{title}</span>
            <b>
              {value === null ? t('metrics.chart.none') : scale.format(value)}
            </b>
          </li>
        ))}
        {rows.length > MOST && (
          <li>{t('metrics.chart.more', { count: rows.length - MOST })}</li>
        )}
        {sharesOf(lines, index, t).map(([title, share]) => (
          <li key={title}>
            <span className={classes.swatch} />
            {title}
            <b>{share}</b>
          </li>
        ))}
      </ul>
      {marks.length > 0 && (
        <div className={classes.part}>
          {marks.slice(0, MOST_MARKS).map(mark => (
            <div key={`${mark.at}${mark.text}`}>{mark.text}</div>
          ))}
          {marks.length > MOST_MARKS && (
            <div>
              {t('metrics.chart.more', { count: marks.length - MOST_MARKS })}
            </div>
          )}
        </div>
      )}
      <div className={classes.part}>{t('metrics.chart.pick')}</div>
    </div>
  );

  /** The tooltip stands on the ground of the other theme. */
  function tipColour(colour: string): string {
    const place = tokens.series.indexOf(colour);
    return place < 0 ? colour : tokens.tip.series[place];
  }
}

function timeOf(at: number): string {
  return new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** How much of what was asked for, and of what is allowed, the fullest pod uses. */
function sharesOf(
  lines: readonly TimeSeriesLine[],
  index: number,
  t: MetricText,
): [string, string][] {
  const used = Math.max(
    ...lines
      .filter(({ kind, hidden }) => !hidden && !isAsked(kind))
      .map(({ values }) => values[index] ?? -1),
  );
  return lines.flatMap(({ kind, values }): [string, string][] => {
    const asked = values[index] ?? 0;
    return isAsked(kind) && asked > 0 && used >= 0
      ? [
          [
            t(`metrics.share.${kind}` as MetricTextKey),
            new Intl.NumberFormat(undefined, {
              style: 'percent',
              maximumFractionDigits: 0,
            }).format(used / asked),
          ],
        ]
      : [];
  });
}
