import { useMemo, useState } from 'react';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import {
  MetricPanelId,
  MetricsAnswer,
} from '@domaindeck/backstage-plugin-workloads-common';
import { StatusMark } from '../components/StatusMark';
import { TextButton } from '../controls/TextButton';
import { ToolButton } from '../controls/ToolButton';
import { useWidth } from '../controls/useWidth';
import { RemoteResult } from '../hooks';
import { podColours } from '../logs';
import { tokensOf, useTokens } from '../theme';
import { lineName } from './lineName';
import { csvOf, metricScale, panelLines, tableOf } from './model';
import { PanelLegend } from './PanelLegend';
import { PanelTableView } from './PanelTableView';
import { saveText } from './saveText';
import { TimeSeries } from './TimeSeries';
import { TimeMark } from './TimeSeriesProps';
import { MetricTextKey, useMetricText } from './useMetricText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        flexDirection: 'column',
        gap: 4,
        minWidth: 0,
        minHeight: 236,
        padding: '10px 12px 8px',
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        background: tokens.paper,
        boxShadow: tokens.shadow,
        fontSize: 12,
        lineHeight: '16px',
      },
      head: { display: 'flex', alignItems: 'center', gap: 8, minHeight: 28 },
      title: { margin: 0, fontSize: 14, fontWeight: 600 },
      unit: { color: tokens.text3, flex: 1 },
      state: {
        flex: 1,
        display: 'grid',
        placeContent: 'center',
        justifyItems: 'center',
        gap: 8,
        textAlign: 'center',
        color: tokens.text2,
        fontSize: 13,
        lineHeight: '20px',
      },
      warning: { display: 'flex', gap: 6, color: tokens.warn.text },
    };
  },
  { name: 'DomainDeckMetricPanelCard' },
);

/**
 * One panel: its chart with the values at the cursor, or the same as a table. It keeps its place and size whatever it
 * has to say.
 * @public
 */
export function MetricPanelCard(props: {
  panel: MetricPanelId;
  answer: RemoteResult<MetricsAnswer>;
  marks: readonly TimeMark[];
  syncKey: string;
  /** Whether every pod has a line. */
  each: boolean;
  onZoom: (from: number, to: number) => void;
  onPick: (at: number) => void;
}): JSX.Element {
  const { panel, answer, each } = props;
  const classes = useStyles();
  const t = useMetricText();
  const tokens = useTokens();
  const [host, setHost] = useState<HTMLElement | null>(null);
  const width = useWidth(host) ?? 0;
  const [table, setTable] = useState(false);
  const [muted, setMuted] = useState<readonly string[]>([]);
  const [cursor, setCursor] = useState<number>();
  const data = answer.status === 'ready' ? answer.data : undefined;

  const lines = useMemo(() => {
    const found = data ? panelLines(data, each) : [];
    const colours = podColours(found.map(({ key }) => key));
    return found.map(line => ({
      ...line,
      colour:
        line.kind === 'request' || line.kind === 'limit'
          ? tokens.text2
          : tokens.series[colours.get(line.key)?.place ?? 0],
      hidden: muted.includes(line.key),
    }));
  }, [data, each, muted, tokens]);
  const times = useMemo(() => {
    const start = data ? Date.parse(data.from) / 1000 : 0;
    return (lines[0]?.values ?? []).map(
      (_, index) => start + index * (data?.step ?? 1),
    );
  }, [data, lines]);
  const scale = useMemo(() => {
    const largest = lines
      .flatMap(({ values }) => values)
      .reduce<number>((max, value) => Math.max(max, value ?? 0), 0);
    return metricScale(data?.unit ?? 'count', largest);
  }, [data, lines]);

  const title = t(`metrics.panel.${panel}`);
  const unit = ['perSecond', 'cores', 'count'].includes(scale.unit)
    ? t(`metrics.unit.${scale.unit}` as MetricTextKey)
    : scale.unit;
  const last = times.length - 1;
  const index = Math.min(cursor ?? last, last);
  const valueOf = (values: readonly (number | null)[]) => {
    const value =
      cursor === undefined
        ? [...values].reverse().find(one => one !== null)
        : values[index];
    return value === null || value === undefined
      ? undefined
      : scale.format(value);
  };
  const text = [
    new Date((times[index] ?? 0) * 1000).toLocaleString(),
    ...lines.map(
      line =>
        `${lineName(line, t)} ${
          valueOf(line.values) ?? t('metrics.chart.none')
        }`,
    ),
  ].join(', ');
  const isEmpty = !lines.some(
    ({ kind }) => !['request', 'limit'].includes(kind),
  );
  const values = data && tableOf(lines, data);

  return (
    <section ref={setHost} className={classes.root} aria-label={title}>
      <div className={classes.head}>
        <h3 className={classes.title}>{title}</h3>
        <span className={classes.unit}>{data && !isEmpty && unit}</span>
        {values && !isEmpty && (
          <>
            <ToolButton
              glyph="list"
              label={t(table ? 'metrics.chart.chart' : 'metrics.chart.table')}
              pressed={table}
              onClick={() => setTable(!table)}
            />
            <ToolButton
              glyph="download"
              label={t('metrics.chart.csv')}
              onClick={() => saveText(csvOf(values), `${panel}.csv`)}
            />
          </>
        )}
      </div>
      {body()}
      {(data?.warnings ?? []).map(({ cluster, message }) => (
        <div key={`${cluster}${message}`} className={classes.warning}>
          <StatusMark kind="degraded" />
          {cluster}: {message}
        </div>
      ))}
    </section>
  );

  function body(): JSX.Element {
    if (answer.status === 'failed') {
      return (
        <div className={classes.state} role="status">
          <b>{t('metrics.states.failed')}</b>
          {answer.error.message}
          <TextButton onClick={answer.reload}>
            {t('metrics.states.again')}
          </TextButton>
        </div>
      );
    }
    if (!data || !values) {
      return (
        <div role="status" aria-label={t('metrics.states.loading')}>
          <Skeleton variant="rect" height={148} />
        </div>
      );
    }
    if (isEmpty) {
      return <div className={classes.state}>{t('metrics.states.empty')}</div>;
    }
    if (table) {
      return (
        <PanelTableView
          label={title}
          table={values}
          names={lines.map(line => lineName(line, t))}
          format={scale.format}
        />
      );
    }
    return (
      <>
        {width > 0 && (
          <TimeSeries
            label={t('metrics.chart.label', { panel: title })}
            cursor={{ index: Math.max(0, index), text }}
            times={times}
            lines={lines}
            marks={props.marks}
            scale={scale}
            width={width}
            syncKey={props.syncKey}
            onCursor={setCursor}
            onZoom={props.onZoom}
            onPick={props.onPick}
          />
        )}
        <PanelLegend
          lines={lines.map(line => ({
            ...line,
            title: lineName(line, t),
            value: valueOf(line.values),
          }))}
          onMute={key =>
            setMuted(
              muted.includes(key)
                ? muted.filter(one => one !== key)
                : [...muted, key],
            )
          }
          onAlone={key =>
            setMuted(lines.map(line => line.key).filter(one => one !== key))
          }
        />
      </>
    );
  }
}
