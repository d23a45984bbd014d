import { useState } from 'react';
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
import { tokensOf } from '../theme';
import { TimeSeriesProps } from './chart';
import { csvOf } from './model';
import { PanelChart } from './PanelChart';
import { PanelTableView } from './PanelTableView';
import { saveText } from './saveText';
import { MetricTextKey, useMetricText } from './useMetricText';
import { usePanelModel } from './usePanelModel';

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
  /** Whether every pod has a line. */
  each: boolean;
  /** Keys of lines that are not drawn. */
  muted: readonly string[];
  onMute: (muted: (before: readonly string[]) => readonly string[]) => void;
  chart: Pick<
    TimeSeriesProps,
    'marks' | 'flags' | 'syncKey' | 'onZoom' | 'onPick'
  >;
}): JSX.Element {
  const { panel, answer, each, muted, chart } = props;
  const classes = useStyles();
  const t = useMetricText();
  const [host, setHost] = useState<HTMLElement | null>(null);
  const width = useWidth(host) ?? 0;
  const [isTable, setIsTable] = useState(false);
  const data = answer.status === 'ready' ? answer.data : undefined;
  const model = usePanelModel(data, each, muted);
  const { scale, table, isEmpty } = model;
  const title = t(`metrics.panel.${panel}`);
  const unit = ['perSecond', 'cores', 'count'].includes(scale.unit)
    ? t(`metrics.unit.${scale.unit}` as MetricTextKey)
    : scale.unit;

  return (
    <section ref={setHost} className={classes.root} aria-label={title}>
      <div className={classes.head}>
        <h3 className={classes.title}>{title}</h3>
        <span className={classes.unit}>{data && !isEmpty && unit}</span>
        {data && !isEmpty && (
          <>
            <ToolButton
              glyph="list"
              label={t(isTable ? 'metrics.chart.chart' : 'metrics.chart.table')}
              pressed={isTable}
              onClick={() => setIsTable(!isTable)}
            />
            <ToolButton
              glyph="download"
              label={t('metrics.chart.csv')}
              onClick={() => saveText(csvOf(table), `${panel}.csv`)}
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
    if (!data) {
      return (
        <div role="status" aria-label={t('metrics.states.loading')}>
          <Skeleton variant="rect" height={148} />
        </div>
      );
    }
    if (isEmpty) {
      return <div className={classes.state}>{t('metrics.states.empty')}</div>;
    }
    return isTable ? (
      <PanelTableView
        label={title}
        model={model}
        marks={chart.marks}
        format={scale.format}
      />
    ) : (
      <PanelChart
        title={title}
        model={model}
        width={width}
        onMute={props.onMute}
        chart={chart}
      />
    );
  }
}
