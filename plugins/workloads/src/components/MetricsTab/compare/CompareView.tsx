import { useEffect, useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { MetricsOverview } from '@domaindeck/backstage-plugin-workloads-common';
import {
  EmptyNotice,
  fixedRange,
  TextButton,
  tokensOf,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { CompareBar, isAt } from './CompareBar';
import { CompareBody } from './CompareBody';
import { MetricsViewControl } from '../useMetricsView';
import { podsOf } from '../model/ofPod';
import { RightSizeCard } from '../rightSize/RightSizeCard';
import { Comparison } from './model/comparison';
import { COMPARED_MEASURES } from './model/comparedMeasures';
import { compareRows } from './model/compareRows';
import { compareWindows, Window } from './model/compareWindows';
import { useComparison } from './useComparison';
import { useReleases } from './useReleases';
import { useSideNames } from './useCompareText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      beside: {
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) minmax(320px, 400px)',
        gap: 16,
      },
      below: { display: 'grid', gap: 16 },
      card: {
        minWidth: 0,
        alignSelf: 'start',
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        background: tokens.paper,
        boxShadow: tokens.shadow,
      },
    };
  },
  { name: 'DomainDeckCompareView' },
);

/** One time, pod or environment laid over another, measure by measure. */
export function CompareView(props: {
  entityRef: string;
  overview: MetricsOverview;
  control: MetricsViewControl;
  comparison: Comparison;
  /** The time that the tab shows. */
  shown: Window;
  now: number;
  /** Whether there is room for two columns. */
  isWide: boolean;
  placeOf: (ref: string) => string;
  /** Opens the logs of a time. */
  onLogs: (window: Window) => void;
}): JSX.Element {
  const { entityRef, overview, control, comparison, shown, now } = props;
  const { placeOf, onLogs } = props;
  const { view, change, zoom } = control;
  const classes = useStyles();
  const t = useMetricText();
  const { releases, known } = useReleases(entityRef, now);
  const readable = overview.environments.filter(one => one.readable);
  const available = overview.panels
    .filter(({ state }) => state === 'available')
    .map(({ panel }) => panel);
  const panels = available.filter(id =>
    COMPARED_MEASURES.some(({ panel }) => panel === id),
  );
  const windows = useMemo(
    () => compareWindows(comparison, shown, now),
    [comparison, shown, now],
  );
  const isChosen =
    comparison.kind !== 'environments' ||
    (comparison.a !== undefined && comparison.b !== undefined);
  const answer = useComparison(
    entityRef,
    view,
    comparison,
    isChosen ? windows : undefined,
    panels,
  );
  const compared = answer.status === 'ready' ? answer.data : undefined;
  const rows = useMemo(
    () => compared && compareRows(compared, comparison),
    [compared, comparison],
  );
  const pods = useMemo(
    () => podsOf((compared ?? []).map(({ after }) => after)),
    [compared],
  );
  const release =
    comparison.kind === 'release'
      ? releases.find(({ at }) => isAt(at, comparison.at))
      : undefined;
  // Who asks for the last release, and has none in the time that is shown, is led to the last there is.
  const [last] = releases;
  const leads = comparison.kind === 'release' && !windows && !release;
  useEffect(() => {
    if (leads && last && comparison.kind === 'release') {
      change({
        service: last.object.name,
        env: [last.environment],
        compare: { ...comparison, at: last.at },
      });
    }
  }, [leads, last, comparison, change]);
  const names = useSideNames(comparison, windows, release, placeOf);

  return (
    <>
      <CompareBar
        control={control}
        comparison={comparison}
        workloads={overview.workloads}
        readable={readable}
        placeOf={placeOf}
        releases={releases}
        pods={pods}
      />
      <div className={props.isWide ? classes.beside : classes.below}>
        <section
          className={classes.card}
          aria-label={t(`metrics.compare.kind.${comparison.kind}`)}
        >
          {notice() ?? (
            <CompareBody
              rows={rows}
              failed={(compared ?? []).filter(({ error }) => error)}
              names={names}
              drawn={view.panel}
              onDraw={panel => change({ panel })}
              onLogs={() => windows && onLogs(windows.after)}
              onPick={at => onLogs({ from: at - 60_000, to: at + 60_000 })}
              onZoom={(from, to) => {
                // Only there both sides are of the time that is shown.
                if (
                  comparison.kind === 'pods' ||
                  comparison.kind === 'environments'
                ) {
                  zoom({ range: fixedRange(from, to) });
                }
              }}
            />
          )}
        </section>
        <RightSizeCard
          entityRef={entityRef}
          view={view}
          panels={available}
          now={now}
        />
      </div>
    </>
  );

  function notice(): JSX.Element | undefined {
    const needsTwo = comparison.kind === 'pods' || !isChosen;
    const lacks =
      'a' in comparison &&
      (comparison.a === undefined || comparison.b === undefined);
    if (needsTwo && lacks && answer.status !== 'loading') {
      return (
        <EmptyNotice title={t('metrics.compare.chooseTwo.title')}>
          {t('metrics.compare.chooseTwo.text')}
        </EmptyNotice>
      );
    }
    if (comparison.kind === 'release' && known && releases.length === 0) {
      return (
        <EmptyNotice title={t('metrics.compare.noReleases.title')}>
          {t('metrics.compare.noReleases.text')}
        </EmptyNotice>
      );
    }
    if (!windows) {
      return (
        <EmptyNotice glyph="clock" title={t('metrics.compare.tooNew.title')}>
          {t('metrics.compare.tooNew.text')}
        </EmptyNotice>
      );
    }
    if (answer.status === 'failed') {
      return (
        <EmptyNotice
          glyph="refresh"
          title={t('metrics.states.failed')}
          actions={
            <TextButton onClick={answer.reload}>
              {t('metrics.states.again')}
            </TextButton>
          }
        >
          {answer.error.message}
        </EmptyNotice>
      );
    }
    return undefined;
  }
}
