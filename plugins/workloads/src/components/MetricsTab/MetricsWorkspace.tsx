import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import { MetricsOverview } from '@domaindeck/backstage-plugin-workloads-common';
import {
  boundsOf,
  ChoiceMenu,
  EmptyNotice,
  fixedRange,
  PartialFailure,
  TimeControl,
  ToolButton,
  tokensOf,
  useMetricText,
  useTierLabel,
  writeTimeRange,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useLogsPath } from '../parts/LogsPath';
import { MetricPanelSlot } from './MetricPanelSlot';
import { NotShown } from './NotShown';
import { SourceStrip } from './SourceStrip';
import { useMetricsView } from './useMetricsView';
import { useReleaseMarks } from './useReleaseMarks';
import { useTick } from './useTick';

/** What stands around the minute whose logs are opened. */
const AROUND_MS = 60_000;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        flexDirection: 'column',
        gap: 12,
        color: tokens.text,
        fontFamily: theme.typography.fontFamily,
      },
      bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 },
      right: {
        marginLeft: 'auto',
        display: 'flex',
        alignItems: 'center',
        gap: 8,
      },
      grid: {
        display: 'grid',
        gap: 16,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 380px), 1fr))',
      },
    };
  },
  { name: 'DomainDeckMetricsTab' },
);

/** The panels of an entity, one time and one choice for all of them. */
export function MetricsWorkspace(props: {
  entityRef: string;
  overview: MetricsOverview;
}): JSX.Element {
  const { entityRef, overview } = props;
  const classes = useStyles();
  const t = useMetricText();
  const tierLabel = useTierLabel();
  const navigate = useNavigate();
  const location = useLocation();
  const logsPath = useLogsPath();
  const { view, change, zoom } = useMetricsView();
  const marks = useReleaseMarks(entityRef, view);
  const [now, again] = useTick(view.range);
  const window = useMemo(() => boundsOf(view.range, now), [view.range, now]);
  const readable = overview.environments.filter(one => one.readable);
  const shown = overview.panels.filter(({ state }) => state === 'available');
  const labelOf = (ref: string) => {
    const found = readable.find(one => one.ref === ref);
    return found ? `${tierLabel(found.tier)}, ${found.cluster}` : ref;
  };

  const openLogs = (at: number) =>
    logsPath &&
    navigate({
      pathname: logsPath,
      search: `?${writeTimeRange(
        fixedRange(at - AROUND_MS, at + AROUND_MS),
        new URLSearchParams(location.search),
      )}`,
    });

  return (
    <div className={classes.root}>
      <PartialFailure clusters={overview.clusters} />
      <div className={classes.bar}>
        <ChoiceMenu
          label={t('metrics.tab.service')}
          value={view.service ?? t('metrics.tab.all')}
          set={view.service !== undefined}
          multiple={false}
          choices={[
            {
              key: '',
              text: t('metrics.tab.all'),
              chosen: view.service === undefined,
            },
            ...overview.workloads.map(name => ({
              key: name,
              text: name,
              chosen: view.service === name,
            })),
          ]}
          onChoose={key => change({ service: key || undefined })}
        />
        <ChoiceMenu
          label={t('metrics.tab.environment')}
          value={
            view.env.length > 0
              ? view.env.map(labelOf).join('; ')
              : t('metrics.tab.all')
          }
          set={view.env.length > 0}
          multiple
          choices={readable.map(({ ref }) => ({
            key: ref,
            text: labelOf(ref),
            chosen: view.env.length === 0 || view.env.includes(ref),
          }))}
          onChoose={ref => {
            const before =
              view.env.length > 0 ? view.env : readable.map(one => one.ref);
            const next = before.includes(ref)
              ? before.filter(one => one !== ref)
              : [...before, ref];
            change({ env: next.length === readable.length ? [] : next });
          }}
        />
        <ChoiceMenu
          label={t('metrics.tab.show')}
          value={t(view.each ? 'metrics.tab.each' : 'metrics.tab.overview')}
          set={view.each}
          multiple={false}
          choices={(['overview', 'each'] as const).map(key => ({
            key,
            text: t(`metrics.tab.${key}`),
            chosen: view.each === (key === 'each'),
          }))}
          onChoose={key => change({ each: key === 'each' })}
        />
        <span className={classes.right}>
          <TimeControl
            range={view.range}
            canFollow
            onChange={range => zoom({ range })}
          />
          <ToolButton
            glyph="refresh"
            label={t('metrics.tab.time')}
            onClick={again}
          />
        </span>
      </div>
      <SourceStrip overview={overview} />
      {shown.length === 0 ? (
        <EmptyNotice glyph="info" title={t('metrics.states.noSource.title')}>
          {t('metrics.states.noSource.text')}
        </EmptyNotice>
      ) : (
        <div className={classes.grid}>
          {shown.map(({ panel }) => (
            <MetricPanelSlot
              key={panel}
              entityRef={entityRef}
              panel={panel}
              view={view}
              window={window}
              marks={marks}
              onZoom={(from, to) => zoom({ range: fixedRange(from, to) })}
              onPick={openLogs}
            />
          ))}
          <NotShown overview={overview} />
        </div>
      )}
    </div>
  );
}
