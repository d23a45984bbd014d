import { useCallback, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import {
  MetricMark,
  MetricsOverview,
  ReleaseMark,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  boundsOf,
  fixedRange,
  PartialFailure,
  TimeMark,
  tokensOf,
  useWidth,
  writeTimeRange,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useTabPaths } from '../parts/TabPaths';
import { CompareView } from './compare/CompareView';
import { FindingStrip } from './findings/FindingStrip';
import { useFindings } from './findings/useFindings';
import { MetricPanelSlot } from './MetricPanelSlot';
import { MetricsBar } from './MetricsBar';
import { askableRange } from './model/askableRange';
import { isEmptyAnswer } from './model/isEmptyAnswer';
import { logsSearchAt } from './model/logsSearchAt';
import { writeMetricsView } from './model/metricsView';
import { ofPod, podsOf } from './model/ofPod';
import { NoPanels } from './NoPanels';
import { NotShown } from './NotShown';
import { SourceStrip } from './SourceStrip';
import { useMarks } from './useMarks';
import { useMetricsView } from './useMetricsView';
import { usePlaces } from './usePlaces';
import { useTick } from './useTick';

/** Pixels from which so many panels stand side by side; a portal's navigation takes some 110 of a window. */
const COLUMNS = [
  [1_090, 3],
  [690, 2],
] as const;

/** Lines that are there for who asks for them. */
const QUIET: readonly string[] = ['p50', 'rss'];

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
      grid: { display: 'grid', gap: 12 },
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
  const navigate = useNavigate();
  const { search } = useLocation();
  const { logs: logsPath } = useTabPaths();
  const control = useMetricsView();
  const { view, zoom } = control;
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const width = useWidth(root) ?? 0;
  const [muted, setMuted] = useState<readonly string[]>(QUIET);
  const columns = COLUMNS.find(([from]) => width >= from)?.[1] ?? 1;
  const placeOf = usePlaces(overview.environments);
  const [now, again] = useTick(view.range);
  const window = useMemo(() => boundsOf(view.range, now), [view.range, now]);
  const { marks, told } = useMarks(entityRef, view, window, placeOf);
  const { findings, answers, onAnswer } = useFindings(
    told,
    window.to,
    overview.workloads,
  );
  const pods = useMemo(
    () => podsOf([answers.cpu ?? answers.memory]),
    [answers],
  );
  const shown = overview.panels.filter(({ state }) => state === 'available');

  const onZoom = useCallback(
    (from: number, to: number) => zoom({ range: askableRange(from, to, now) }),
    [zoom, now],
  );
  const onPick = useCallback(
    (at: number, [mark]: readonly TimeMark[]) => {
      if (logsPath) {
        navigate({
          pathname: logsPath,
          search: logsSearchAt(
            at,
            mark && told.get(mark.id),
            new URLSearchParams(search),
          ),
        });
      }
    },
    [logsPath, navigate, told, search],
  );

  const onLogs = ({ from, to }: { from: number; to: number }) =>
    logsPath &&
    navigate({
      pathname: logsPath,
      search: `?${writeTimeRange(
        fixedRange(from, to),
        writeMetricsView(
          { ...view, compare: undefined },
          new URLSearchParams(),
        ),
      )}`,
    });

  const empty = shown
    .map(({ panel }) => panel)
    .filter(panel => {
      const answer = answers[panel];
      return isEmptyAnswer(answer && ofPod(answer, view.pod));
    });
  const latest = latestRelease(told);
  const openRightSize = () =>
    zoom({
      compare:
        view.service && latest
          ? { kind: 'release', at: latest.at, side: 'PT24H' }
          : { kind: 'week' },
    });

  if (view.compare) {
    return (
      <div ref={setRoot} className={classes.root}>
        <CompareView
          entityRef={entityRef}
          overview={overview}
          control={control}
          comparison={view.compare}
          shown={window}
          now={now}
          isWide={columns === 3}
          placeOf={placeOf}
          onLogs={onLogs}
        />
      </div>
    );
  }
  return (
    <div ref={setRoot} className={classes.root}>
      <PartialFailure clusters={overview.clusters} />
      <MetricsBar
        control={control}
        workloads={overview.workloads}
        readable={overview.environments.filter(one => one.readable)}
        pods={pods}
        placeOf={placeOf}
        latest={latest}
        onAgain={again}
      />
      <SourceStrip overview={overview} answer={answers.cpu ?? answers.memory} />
      <FindingStrip
        findings={findings}
        single={view.service !== undefined}
        onCompare={() =>
          findings.release &&
          zoom({
            service: findings.release.object.name,
            env: [findings.release.environment],
            compare: {
              kind: 'release',
              at: findings.release.at,
              side: 'PT24H',
            },
          })
        }
      />
      {shown.length === 0 ? (
        <NoPanels sources={overview.sources} />
      ) : (
        <div
          className={classes.grid}
          style={{
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          }}
        >
          {shown.map(({ panel }, index) => (
            <MetricPanelSlot
              key={panel}
              entityRef={entityRef}
              panel={panel}
              view={view}
              window={window}
              muted={muted}
              onAnswer={onAnswer}
              onMute={setMuted}
              onRightSize={openRightSize}
              onShorter={() =>
                zoom({ range: { kind: 'last', duration: 'PT24H' } })
              }
              chart={{
                marks,
                flags: index < columns ? 'named' : 'small',
                onZoom,
                onPick,
              }}
            />
          ))}
          <NotShown overview={overview} view={view} empty={empty} />
        </div>
      )}
    </div>
  );
}

/** The last release that the charts mark. */
function latestRelease(
  told: ReadonlyMap<string, MetricMark>,
): ReleaseMark | undefined {
  return [...told.values()]
    .reverse()
    .find((mark): mark is ReleaseMark => mark.type === 'release');
}
