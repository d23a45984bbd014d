import { useEffect, useMemo, useRef, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { LogSources } from '@domaindeck/backstage-plugin-workloads-common';
import {
  LogListHandle,
  LogLook,
  QueryBar,
  RailChoice,
  SourcesRail,
  TextButton,
  TimeControl,
  tokensOf,
  useClock,
  useFindRows,
  useLogText,
  useReaderPulse,
} from '@domaindeck/backstage-plugin-workloads-react';
import { LogKeysDialog } from './LogKeysDialog';
import { LogsMain } from './LogsMain';
import { useFollowing } from './useFollowing';
import { useLineAt } from './useLineAt';
import { useLogKeys } from './useLogKeys';
import { useLogsModel } from './useLogsModel';
import { useLogsView } from './useLogsView';
import { useShownRun } from './useShownRun';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        flexDirection: 'column',
        height: 'calc(100vh - 290px)',
        minHeight: 480,
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        overflow: 'hidden',
        background: tokens.paper,
        color: tokens.text,
        fontFamily: theme.typography.fontFamily,
      },
      query: {
        flex: 'none',
        display: 'flex',
        alignItems: 'flex-start',
        flexWrap: 'wrap',
        gap: 8,
        padding: '10px 16px',
        borderBottom: `1px solid ${tokens.border}`,
        '& > button': { height: 32 },
      },
      work: {
        flex: 1,
        minHeight: 0,
        display: 'flex',
        '@media (max-width: 900px)': { flexDirection: 'column' },
      },
    };
  },
  { name: 'DomainDeckLogsTab' },
);

const NOBODY: ReadonlySet<string> = new Set();

/** The tab once it is known where lines may come from. */
export function LogsWorkspace(props: {
  entityRef: string;
  sources: LogSources;
}): JSX.Element {
  const { entityRef, sources } = props;
  const classes = useStyles();
  const clock = useClock();
  const t = useLogText();
  const control = useLogsView();
  const { view, change, zoom } = control;
  const model = useLogsModel(entityRef, sources, view);
  const { reader } = model.shown;
  useReaderPulse(reader);
  const [draft, setDraft] = useState('');
  const [muted, setMuted] = useState(NOBODY);
  const [showsKeys, setShowsKeys] = useState(false);
  const inputRef = useRef<HTMLInputElement>(null);
  const handle = useRef<LogListHandle>();
  const found = useFindRows(reader, draft.trim());
  const line = useLineAt(reader, view, handle, found);
  const isLive = model.mode === 'live';
  const [following, setFollowing] = useFollowing({
    mode: model.mode,
    isLooking: line.open !== undefined || line.cursor !== undefined,
    isSearching: draft.trim() !== '',
  });

  useEffect(() => {
    reader?.change(store => store.mute(muted));
  }, [reader, muted]);
  const holds = isLive && !following;
  useEffect(() => {
    if (reader && reader.store.held !== holds) {
      reader.change(store => (holds ? store.hold() : store.release()));
    }
  }, [reader, holds]);

  const follow = () => {
    line.leave();
    setFollowing(true);
    if (!isLive) {
      zoom({
        range: { kind: 'live', duration: 'PT15M' },
        line: undefined,
        previous: false,
      });
    }
  };
  const { columns, wrap, zone } = view;
  const shownRun = useShownRun(model.crash, sources, zone, zoom);
  useLogKeys({
    line,
    follow: () => (isLive && following ? setFollowing(false) : follow()),
    search: () => inputRef.current?.focus(),
    wrap: () => change({ wrap: !view.wrap }),
    help: () => setShowsKeys(true),
    runs: { before: shownRun?.before, after: shownRun?.after },
    address: control.addressOf,
    reader,
  });

  const { colours, pattern } = model;
  const look = useMemo(
    (): LogLook => ({
      sourceAt: place => reader?.store.sourceAt(place),
      colours,
      zone,
      wrap,
      columns,
      pattern,
      history: sources.history,
    }),
    // The list of columns is made anew with each reading of the URL.
    [reader, colours, zone, wrap, columns, pattern, sources.history],
  );
  const choice: RailChoice = {
    service: view.service,
    env: view.env,
    containers: view.containers,
    previous: model.mode === 'previous',
  };
  let followWord = t('logs.time.follow');
  if (isLive) {
    followWord = following ? t('logs.time.pause') : t('logs.time.resume');
  }
  return (
    <div className={classes.root}>
      <div className={classes.query}>
        <QueryBar
          chips={view.chips}
          modes={view.modes}
          draft={draft}
          found={found && { at: line.foundAt, count: found.length }}
          wrong={model.shown.wrong?.message}
          inputRef={inputRef}
          onDraft={setDraft}
          onChips={chips => change({ chips })}
          onModes={modes => change({ modes })}
          onLeave={() => inputRef.current?.blur()}
        />
        <TimeControl
          range={view.range}
          shown={shownRun}
          canFollow
          onChange={range => {
            setFollowing(true);
            zoom({ range, line: undefined, previous: false });
          }}
        />
        <TextButton
          glyph={isLive && following ? 'pause' : 'play'}
          onClick={() => (isLive && following ? setFollowing(false) : follow())}
        >
          {followWord}
        </TextButton>
      </div>
      <div className={classes.work}>
        <SourcesRail
          sources={sources}
          choice={choice}
          pods={model.pods}
          colours={colours}
          muted={muted}
          rateOf={
            isLive && reader
              ? pod => reader.store.rateOf(pod, clock.now())
              : undefined
          }
          limited={reader?.store.limited}
          onChoose={({ containers, ...part }) =>
            change({
              ...part,
              ...(containers && { containers }),
              ...('service' in part && { pod: undefined, previous: undefined }),
              line: undefined,
            })
          }
          onMute={setMuted}
        />
        <LogsMain
          entityRef={entityRef}
          sources={sources}
          control={control}
          model={model}
          look={look}
          line={line}
          handle={handle}
          following={following}
          onFollow={next => (next ? follow() : setFollowing(false))}
          onShowKeys={() => setShowsKeys(true)}
        />
      </div>
      <LogKeysDialog open={showsKeys} onClose={() => setShowsKeys(false)} />
    </div>
  );
}
