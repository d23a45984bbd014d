import { RefObject, useMemo, useState, MutableRefObject } from 'react';
import Snackbar from '@material-ui/core/Snackbar';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/frontend-plugin-api';
import { LogSources } from '@domaindeck/backstage-plugin-workloads-common';
import {
  boundsOf,
  fixedRange,
  LevelHistogram,
  LevelLegend,
  LOG_LEVELS,
  LogList,
  logClock,
  LogListHandle,
  LogLook,
  logsApiRef,
  PausedPill,
  TextButton,
  tokensOf,
  useClock,
  useLogText,
  writeClipboard,
} from '@domaindeck/backstage-plugin-workloads-react';
import { CrashStrip } from './CrashStrip';
import { EmptyLines } from './EmptyLines';
import { LogTools } from './LogTools';
import { MissingParts } from './MissingParts';
import { linkTo } from './model/linkTo';
import { firstErrorOf, onlyLevels, sumsOf } from './model/levelSums';
import { withLevels } from './model/logChoice';
import { pastRuns } from './model/pastRuns';
import { RunBars } from './RunBars';
import { RunEnd } from './RunEnd';
import { saveStream } from './saveStream';
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
  handle: RefObject<LogListHandle | undefined>;
  following: boolean;
  onFollow: (following: boolean) => void;
  onShowKeys: () => void;
}): JSX.Element {
  const { entityRef, sources, control, model, look, line, handle } = props;
  const { following, onFollow, onShowKeys } = props;
  const { view, change, zoom, addressOf } = control;
  const classes = useStyles();
  const t = useLogText();
  const clock = useClock();
  const api = useApi(logsApiRef);
  const [toast, setToast] = useState<string>();
  const { reader, asking } = model.shown;
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

  const copyLink = async (part: Parameters<typeof addressOf>[0]) => {
    const done = await writeClipboard(addressOf(part));
    setToast(t(done ? 'logs.tools.linkCopied' : 'logs.tools.copyRefused'));
  };
  const download = async () => {
    const bounds = boundsOf(view.range, clock.now());
    try {
      await saveStream(
        await api.downloadLogs(entityRef, {
          ...withLevels(model.filter, view),
          ...(model.mode === 'previous'
            ? { previous: true }
            : {
                from: new Date(bounds.from).toISOString(),
                to: new Date(bounds.to).toISOString(),
              }),
        }),
        `${view.service ?? entityRef.split('/').at(-1)}.log`,
      );
    } catch (error) {
      setToast(
        t('logs.tools.downloadFailed', { message: (error as Error).message }),
      );
    }
  };
  const actions = {
    onFilter: (kind: 'has' | 'not', field: { value: string }) =>
      change({ chips: [...view.chips, { kind, text: field.value }] }),
    onAddColumn: (name: string) =>
      change({
        columns: view.columns.includes(name)
          ? view.columns
          : [...view.columns, name],
      }),
    onLink: (row: Parameters<typeof linkTo>[1]) => {
      if (reader) {
        void copyLink(linkTo(reader, row));
      }
    },
    onClose: () => line.setOpen(undefined, false),
    onReadBefore: (pod: string) =>
      zoom({ pod: pod.split('/').at(-1), previous: true }),
    onDownload: () => void download(),
  };
  const onKey = (key: 'Enter' | 'ArrowUp' | 'ArrowDown' | 'End') => {
    if (key === 'Enter') {
      line.setOpen(line.open === undefined ? line.cursor : undefined, false);
    } else if (key === 'End') {
      onFollow(true);
    } else {
      line.move(key === 'ArrowDown' ? 1 : -1, 'line');
    }
  };
  const mayDownload = sources.environments.some(
    one => one.readable && one.downloadable,
  );
  const rows = reader?.store.rows;
  const isLive = model.mode === 'live';
  const past = model.crash && pastRuns(model.crash, sources);
  const firstError = model.crash && rows ? firstErrorOf(rows) : undefined;
  return (
    <div className={classes.root}>
      {model.crash && (
        <CrashStrip
          entityRef={entityRef}
          crash={model.crash}
          onCurrent={() => zoom({ previous: false })}
        />
      )}
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
          {counts &&
            (counts.scanned === undefined
              ? t('logs.counts.lines', { count: counts.matched })
              : t('logs.counts.shown', {
                  shown: counts.matched.toLocaleString(),
                  scanned: counts.scanned.toLocaleString(),
                }))}
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
          mayDownload={mayDownload}
          onZone={zone => change({ zone })}
          onWrap={() => change({ wrap: !view.wrap })}
          onLink={() => void copyLink({})}
          onDownload={() => void download()}
          onShowKeys={onShowKeys}
        />
      </div>
      <MissingParts
        troubles={[
          ...(reader?.store.troubles ?? []),
          ...(drawn?.troubles ?? []),
        ]}
      />
      {drawn && (
        <LevelHistogram
          histogram={drawn}
          height={isLive ? 84 : 150}
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
        {reader && rows && rows.length > 0 && !line.linkAbsent ? (
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
        open={toast !== undefined}
        autoHideDuration={TOAST_MS}
        message={toast}
        onClose={() => setToast(undefined)}
      />
    </div>
  );
}
