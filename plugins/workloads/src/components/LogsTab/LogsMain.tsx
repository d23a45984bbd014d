import { MutableRefObject, RefObject, useMemo, useState } from 'react';
import Snackbar from '@material-ui/core/Snackbar';
import { makeStyles } from '@material-ui/core/styles';
import { LogSources } from '@domaindeck/backstage-plugin-workloads-common';
import {
  boundsOf,
  fixedRange,
  gapsIn,
  HistogramPlace,
  LevelHistogram,
  LevelLegend,
  LOG_LEVELS,
  LogList,
  logClock,
  LogListHandle,
  LogLook,
  PausedPill,
  ShownSpan,
  TextButton,
  tokensOf,
  useClock,
  useLogText,
  wordsOfError,
  wrongCondition,
} from '@domaindeck/backstage-plugin-workloads-react';
import { CrashStrip } from './CrashStrip';
import { EmptyLines } from './EmptyLines';
import { LineCounts } from './LineCounts';
import { LogTools } from './LogTools';
import { MissingParts } from './MissingParts';
import { downloadChoice } from './model/downloadChoice';
import { firstErrorOf, linesOf, onlyLevels, sumsOf } from './model/levelSums';
import { latestRestart } from './model/keepCrash';
import { pastRuns } from './model/pastRuns';
import { RestartOffer } from './RestartOffer';
import { RunBars } from './RunBars';
import { RunEnd } from './RunEnd';
import { LogActions } from './useLogActions';
import { LineAt } from './useLineAt';
import { LogsModel } from './useLogsModel';
import { LogsViewControl } from './useLogsView';

const TOAST_MS = 6_000;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        flex: 1,
        minWidth: 0,
        minHeight: 0,
        display: 'flex',
        flexDirection: 'column',
        position: 'relative',
      },
      bar: {
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 4,
        minHeight: 36,
        padding: '4px 12px 4px 16px',
        fontSize: 12,
      },
      counts: {
        marginLeft: 'auto',
        marginRight: 8,
        color: tokens.text2,
        fontVariantNumeric: 'tabular-nums',
      },
      asking: { opacity: 0.6 },
      list: {
        flex: 1,
        minHeight: 0,
        display: 'flex',
        flexDirection: 'column',
      },
    };
  },
  { name: 'DomainDeckLogsMain' },
);

/** Counts, histogram and lines. */
export function LogsMain(props: {
  entityRef: string;
  sources: LogSources;
  control: LogsViewControl;
  model: LogsModel;
  look: LogLook;
  line: LineAt;
  actions: LogActions;
  handle: RefObject<LogListHandle | undefined>;
  following: boolean;
  onFollow: (following: boolean) => void;
  onShowKeys: () => void;
}): JSX.Element {
  const { entityRef, sources, control, model, look, line, actions } = props;
  const { handle, following, onFollow, onShowKeys } = props;
  const { view, change, zoom } = control;
  const classes = useStyles();
  const t = useLogText();
  const clock = useClock();
  const [shown] = useState(() => ShownSpan.create());
  const { reader, asking, wrong } = model.shown;
  const { histogram } = model;
  const drawn = useMemo(
    () =>
      histogram.status === 'ready'
        ? onlyLevels(histogram.data, view.levels)
        : undefined,
    [histogram, view.levels],
  );
  const counts = reader?.store.counts;
  const levels =
    histogram.status === 'ready' ? sumsOf(histogram.data) : counts?.levels;

  const onKey = (key: 'Enter' | 'ArrowUp' | 'ArrowDown' | 'End') => {
    if (key === 'Enter') {
      line.setOpen(line.open === undefined ? line.cursor : undefined, false);
    } else if (key === 'End') {
      onFollow(true);
    } else {
      line.move(key === 'ArrowDown' ? 1 : -1, 'line');
    }
  };
  // Lines of another time would stand under a time that cannot be shown.
  const isWrongTime = wrong && !wrongCondition(wordsOfError(wrong));
  const rows = reader?.store.rows;
  const isLive = model.mode === 'live';
  const chartHeight = isLive ? 84 : 150;
  const bounds = boundsOf(view.range, clock.now());
  const offered = model.crash
    ? undefined
    : latestRestart(model.pods, bounds.from, bounds.to);
  const past = model.crash && pastRuns(model.crash, sources);
  const firstError = model.crash && rows ? firstErrorOf(rows) : undefined;
  return (
    <div className={classes.root}>
      {model.crash && (
        <CrashStrip
          entityRef={entityRef}
          crash={model.crash}
          onCurrent={() => zoom({ previous: false })}
          onLatest={() => {
            change({ line: undefined });
            model.showLatest();
          }}
        />
      )}
      <RestartOffer
        crash={offered}
        onRead={({ pod }) =>
          zoom({ env: [pod.environment], pod: pod.name, previous: true })
        }
      />
      {model.crash && (
        <RunBars
          entityRef={entityRef}
          crash={model.crash}
          onCurrent={() => zoom({ previous: false })}
          onPast={past && (span => zoom({ ...past, ...span }))}
        />
      )}
      <div className={classes.bar}>
        <LevelLegend
          counts={levels}
          shown={view.levels}
          onChange={next =>
            change({ levels: next.length > 0 ? next : LOG_LEVELS })
          }
        />
        <span className={classes.counts}>
          {counts && (
            <LineCounts
              counts={counts}
              total={
                model.mode === 'range' && drawn ? linesOf(drawn) : undefined
              }
            />
          )}
        </span>
        {firstError && (
          <TextButton
            look="link"
            glyph="up"
            onClick={() => line.go(firstError.id)}
          >
            {t('logs.crash.firstError', {
              time: logClock(firstError.at, view.zone),
            })}
          </TextButton>
        )}
        <LogTools
          zone={view.zone}
          wrap={view.wrap}
          download={downloadChoice(sources, view)}
          onZone={zone => change({ zone })}
          onWrap={() => change({ wrap: !view.wrap })}
          onLink={actions.onLinkView}
          onDownload={actions.onDownload}
          onShowKeys={onShowKeys}
        />
      </div>
      <MissingParts
        troubles={[
          ...(reader?.store.troubles ?? []),
          ...(drawn?.troubles ?? []),
        ]}
        notes={view.isReversed ? [t('logs.missing.reversed')] : []}
      />
      {!drawn && histogram.status !== 'idle' && (
        <HistogramPlace height={chartHeight}>
          {histogram.status === 'failed' && !wrong
            ? t('logs.histogram.failed')
            : ''}
        </HistogramPlace>
      )}
      {drawn && (
        <LevelHistogram
          histogram={drawn}
          height={chartHeight}
          shown={shown}
          gaps={rows && gapsIn(rows)}
          zone={view.zone}
          onZoom={(from, to) =>
            zoom({ range: fixedRange(from, to), line: undefined })
          }
        />
      )}
      <div
        className={`${classes.list} ${
          asking && rows?.length ? classes.asking : ''
        }`}
      >
        {reader &&
        rows &&
        rows.length > 0 &&
        !line.linkAbsent &&
        !isWrongTime ? (
          <LogList
            entityRef={entityRef}
            reader={reader}
            look={look}
            following={following && view.line === undefined}
            onFollow={next => isLive && onFollow(next)}
            cursor={line.cursor}
            open={line.open}
            around={line.around}
            onOpen={line.setOpen}
            onRemoveColumn={name =>
              change({ columns: view.columns.filter(one => one !== name) })
            }
            actions={actions}
            onKey={onKey}
            shown={shown}
            handle={handle as MutableRefObject<LogListHandle | undefined>}
            footer={
              model.crash && reader.getState().phase === 'complete' ? (
                <RunEnd crash={model.crash} />
              ) : undefined
            }
          />
        ) : (
          <EmptyLines
            sources={sources}
            model={model}
            control={control}
            linkAbsent={line.linkAbsent}
          />
        )}
      </div>
      {isLive && !following && rows && rows.length > 0 && (
        <PausedPill
          waiting={reader?.store.waiting ?? 0}
          onResume={() => onFollow(true)}
        />
      )}
      <Snackbar
        open={actions.toast !== undefined}
        autoHideDuration={TOAST_MS}
        message={actions.toast}
        onClose={actions.onToastOver}
      />
    </div>
  );
}
