import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  MetricPanelId,
  MetricsAnswer,
} from '@domaindeck/backstage-plugin-workloads-common';
import { ToolButton } from '../controls/ToolButton';
import { useWidth } from '../controls/useWidth';
import { RemoteResult } from '../hooks';
import { tokensOf } from '../theme';
import { TimeSeriesProps } from './chart';
import { csvOf, hasRequest, PanelDetail } from './model';
import { PanelChart } from './PanelChart';
import { PanelFoot } from './PanelFoot';
import { PanelFailure, PanelLoading, PanelSentence } from './PanelState';
import { PanelTableView } from './PanelTableView';
import { saveText } from './saveText';
import { useMetricText } from './useMetricText';
import { PanelModel, usePanelModel } from './usePanelModel';
import { usePanelWords } from './usePanelWords';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        position: 'relative',
        display: 'flex',
        flexDirection: 'column',
        gap: 4,
        minWidth: 0,
        minHeight: 236,
        padding: '8px 12px',
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        background: tokens.paper,
        boxShadow: tokens.shadow,
        fontSize: 12,
        lineHeight: '16px',
      },
      head: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        minHeight: 28,
        whiteSpace: 'nowrap',
      },
      title: { margin: 0, fontSize: 14, fontWeight: 600 },
      unit: {
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        color: tokens.text3,
      },
      tools: { display: 'flex', marginLeft: 'auto' },
    };
  },
  { name: 'DomainDeckMetricPanelCard' },
);

/** Panels of what containers ask for. */
const OF_CONTAINERS: readonly MetricPanelId[] = ['cpu', 'memory'];

/**
 * One panel: its curves with the values at the cursor, or the same as a table. It keeps its place and size whatever it
 * has to say, and says in words what it has no curves for.
 * @public
 */
export function MetricPanelCard(props: {
  panel: MetricPanelId;
  answer: RemoteResult<MetricsAnswer>;
  detail: PanelDetail;
  /** Keys of lines that are not drawn. */
  muted: readonly string[];
  onMute: (muted: (before: readonly string[]) => readonly string[]) => void;
  /** Opens what would be the right size of what uses CPU and memory. */
  onRightSize?: () => void;
  /** Asks for less time; given where the time is long. */
  onShorter?: () => void;
  chart: Pick<
    TimeSeriesProps,
    'marks' | 'flags' | 'syncKey' | 'onZoom' | 'onPick'
  >;
}): JSX.Element {
  const { panel, answer, detail, muted, chart, onShorter } = props;
  const classes = useStyles();
  const t = useMetricText();
  const [host, setHost] = useState<HTMLElement | null>(null);
  const width = useWidth(host) ?? 0;
  const [isTable, setIsTable] = useState(false);
  const [isRelative, setIsRelative] = useState(false);
  const data = answer.status === 'ready' ? answer.data : undefined;
  const canRelate =
    data !== undefined && OF_CONTAINERS.includes(panel) && hasRequest(data);
  const model = usePanelModel(data, {
    detail,
    relative: isRelative && canRelate,
    muted,
  });
  const words = usePanelWords(panel, data, model);
  const { title, unit, origin, notes } = words;
  const failed = data && failureOf(data);

  return (
    <section ref={setHost} className={classes.root} aria-label={title}>
      <div className={classes.head}>
        <h3 className={classes.title}>{title}</h3>
        <span className={classes.unit}>{unit}</span>
        <span className={`${classes.unit} ${classes.tools}`}>{origin}</span>
        {model?.state === 'curves' && (
          <span style={{ display: 'flex' }}>
            {canRelate && (
              <ToolButton
                glyph="percent"
                label={t(
                  isRelative
                    ? 'metrics.chart.absolute'
                    : 'metrics.chart.relative',
                )}
                pressed={isRelative}
                onClick={() => setIsRelative(!isRelative)}
              />
            )}
            <ToolButton
              glyph="list"
              label={t(isTable ? 'metrics.chart.chart' : 'metrics.chart.table')}
              pressed={isTable}
              onClick={() => setIsTable(!isTable)}
            />
            <ToolButton
              glyph="download"
              label={t('metrics.chart.csv')}
              onClick={() => saveText(csvOf(model.table), `${panel}.csv`)}
            />
          </span>
        )}
      </div>
      {body()}
      {data && !failed && (
        <PanelFoot
          notes={notes}
          warnings={data.warnings}
          onRightSize={
            OF_CONTAINERS.includes(panel) && model?.state === 'curves'
              ? props.onRightSize
              : undefined
          }
          stale={
            answer.status === 'ready' && answer.error
              ? { asOf: data.to, reason: answer.error.message }
              : undefined
          }
        />
      )}
    </section>
  );

  function body(): JSX.Element {
    if (answer.status === 'failed') {
      return (
        <PanelFailure
          message={answer.error.message}
          onAgain={answer.reload}
          onShorter={onShorter}
        />
      );
    }
    if (failed) {
      return (
        <PanelFailure
          {...failed}
          onAgain={answer.reload}
          onShorter={onShorter}
        />
      );
    }
    if (!data || !model) {
      return <PanelLoading />;
    }
    return model.state === 'curves' ? curves(model, data) : silence(model);
  }

  function curves(drawn: PanelModel, { sources }: MetricsAnswer): JSX.Element {
    return isTable ? (
      <PanelTableView
        label={title}
        model={drawn}
        marks={chart.marks}
        format={drawn.scale.format}
      />
    ) : (
      <PanelChart
        title={title}
        model={drawn}
        width={width}
        onMute={props.onMute}
        chart={chart}
        sampled={sources.every(({ state }) => state === 'sampled')}
      />
    );
  }

  function silence({ state }: PanelModel): JSX.Element {
    return (
      <PanelSentence>
        {state === 'quiet' && (panel === 'restarts' || panel === 'throttling')
          ? t(`metrics.states.quiet.${panel}`)
          : t('metrics.states.empty')}
      </PanelSentence>
    );
  }
}

/** The source that did not answer, where nothing at all came of it. */
function failureOf(
  data: MetricsAnswer,
): { name?: string; message: string } | undefined {
  const failing = data.warnings.find(({ code }) => code === 'failing');
  const measured = data.series.some(
    ({ measure }) => measure !== 'request' && measure !== 'limit',
  );
  return failing && !measured
    ? {
        name: data.sources.find(({ cluster }) => cluster === failing.cluster)
          ?.name,
        message: `${failing.cluster}: ${failing.message}`,
      }
    : undefined;
}
