import { useMemo, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  metricScale,
  TimeSeries,
  TimeSeriesLine,
  tokensOf,
  useMetricText,
  useTokens,
  useWidth,
} from '@domaindeck/backstage-plugin-workloads-react';
import { CompareRow } from './model/compareRows';
import { figureText, SideNames } from './useCompareText';

const HEIGHT_PX = 208;
const SIDES = ['before', 'after'] as const;
const BAND = ['after', 'before'] as const;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { padding: '8px 16px' },
      legend: {
        display: 'flex',
        flexWrap: 'wrap',
        gap: 14,
        margin: '4px 0 0 44px',
        padding: 0,
        listStyle: 'none',
        fontSize: 12,
        lineHeight: '18px',
        color: tokens.text2,
        '& li': { display: 'inline-flex', alignItems: 'center', gap: 6 },
        '& b': {
          color: tokens.text,
          fontWeight: 600,
          fontVariantNumeric: 'tabular-nums',
        },
      },
      swatch: { width: 14, height: 0, borderTop: '2px solid' },
      at: { marginLeft: 'auto', color: tokens.text3 },
    };
  },
  { name: 'DomainDeckCompareChart' },
);

/** One measure of both sides, the second drawn over the first; times are those of the second. */
export function CompareChart(props: {
  row: CompareRow;
  names: SideNames;
  title: string;
  onZoom: (from: number, to: number) => void;
  onPick: (at: number) => void;
}): JSX.Element {
  const { row, names, title, onZoom, onPick } = props;
  const { lines: values, from, step, unit, measure } = row;
  const classes = useStyles();
  const t = useMetricText();
  const tokens = useTokens();
  const [host, setHost] = useState<HTMLElement | null>(null);
  const width = useWidth(host) ?? 0;
  const [cursor, setCursor] = useState<number>();
  const lines = useMemo(
    (): TimeSeriesLine[] =>
      SIDES.map(key => ({
        key,
        kind: 'measure',
        name: key,
        title: key === 'before' ? names.first : names.second,
        colour: key === 'before' ? tokens.idle.mark : tokens.series[0],
        values: values[key],
      })),
    [values, names, tokens],
  );
  const times = useMemo(
    () =>
      Array.from(
        { length: Math.max(values.before.length, values.after.length) },
        (_, index) => from / 1000 + index * step,
      ),
    [values, from, step],
  );
  const largest = Math.max(
    ...[...values.before, ...values.after].map(value => value ?? 0),
  );
  const scale = useMemo(() => metricScale(unit, largest), [unit, largest]);
  const last = times.length - 1;
  const index = Math.max(0, Math.min(cursor ?? last, last));
  const told = SIDES.map(key => {
    const value =
      cursor === undefined ? row[key] : values[key][index] ?? undefined;
    return figureText(value, unit, largest);
  });
  const at = new Date((times[index] ?? 0) * 1000);
  return (
    <div ref={setHost} className={classes.root}>
      {width > 0 && (
        <TimeSeries
          label={t('metrics.chart.label', { panel: title })}
          cursor={{
            index,
            text: [
              at.toLocaleString(),
              ...lines.map((line, i) => `${line.title} ${told[i]}`),
            ].join(', '),
          }}
          times={times}
          lines={lines}
          form={measure.figure === 'count' ? 'steps' : 'lines'}
          band={BAND}
          gaps={t('metrics.chart.noSamples')}
          marks={[]}
          flags="small"
          scale={scale}
          width={width - 32}
          height={HEIGHT_PX}
          syncKey="compare"
          onCursor={setCursor}
          onZoom={onZoom}
          onPick={onPick}
        />
      )}
      <ul className={classes.legend}>
        {lines.map(({ key, title: name, colour }, i) => (
          <li key={key}>
            <span
              aria-hidden="true"
              className={classes.swatch}
              style={{ borderColor: colour }}
            />
            {name} <b>{told[i]}</b>
          </li>
        ))}
        {cursor !== undefined && (
          <li className={classes.at}>{at.toLocaleTimeString()}</li>
        )}
      </ul>
    </div>
  );
}
