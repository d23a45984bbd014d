import { useEffect, useMemo, useRef, useState } from 'react';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { LogSources } from '@domaindeck/backstage-plugin-workloads-common';
import {
  chipOf,
  conditionOf,
  FoldingRail,
  highlightOf,
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
  useTierLabel,
  wordsOfError,
  wrongCondition,
} from '@domaindeck/backstage-plugin-workloads-react';
import { LogKeysDialog } from './LogKeysDialog';
import { LogsMain } from './LogsMain';
import { useFollowing } from './useFollowing';
import { useLineAt } from './useLineAt';
import { useLogActions } from './useLogActions';
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
        position: 'relative',
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
  const tierLabel = useTierLabel();
  const control = useLogsView();
  const { view, change, zoom } = control;
  const [draft, setDraft] = useState('');
  const typed = useMemo(() => chipOf(draft), [draft]);
  const model = useLogsModel(entityRef, sources, view, typed);
  const { reader, wrong } = model.shown;
  useReaderPulse(reader);
  const [muted, setMuted] = useState(NOBODY);
  const [showsKeys, setShowsKeys] = useState(false);
  const inputRef = useRef<HTMLInputElement>(null);
  const handle = useRef<LogListHandle>();
  const { modes } = view;
  const wanted = useMemo(() => {
    const condition = typed && conditionOf(typed, modes);
    // An expression is for the backend: here one that takes forever would stop the page.
    return condition && !condition.regex ? highlightOf([condition]) : undefined;
  }, [typed, modes]);
  const found = useFindRows(reader, wanted);
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
  const actions = useLogActions({ entityRef, sources, control, model, line });
  useLogKeys({
    line,
    follow: () => (isLive && following ? setFollowing(false) : follow()),
    search: () => inputRef.current?.focus(),
    wrap: () => change({ wrap: !view.wrap }),
    help: () => setShowsKeys(true),
    runs: { before: shownRun?.before, after: shownRun?.after },
    link: actions.onLink,
  });

  const traceUrl = useApi(configApiRef).getOptionalString(
    'workloads.logs.traceUrl',
  );
  const { colours, pattern } = model;
  const look = useMemo(
    (): LogLook => ({
      sourceAt: place => reader?.store.sourceAt(place),
      colours,
      zone,
      wrap,
      columns,
      pattern,
      traceUrl,
      history: sources.history,
    }),
    // The list of columns is made anew with each reading of the URL.
    [reader, colours, zone, wrap, columns, pattern, traceUrl, sources.history],
  );
  const choice: RailChoice = {
    service: view.service,
    env: view.env,
    containers: view.containers,
    previous: model.mode === 'previous',
  };
  const railParts = [
    {
      glyph: 'box',
      label: t('logs.rail.foldedService', {
        name: view.service ?? t('logs.rail.allServices'),
      }),
    },
    {
      glyph: 'cluster',
      label: t('logs.rail.foldedEnvironments', {
        names: sources.environments
          .filter(
            one =>
              one.readable &&
              (view.env.length === 0 || view.env.includes(one.ref)),
          )
          .map(one => tierLabel(one.tier))
          .join(', '),
      }),
    },
    {
      glyph: 'list',
      label: t('logs.rail.podsAll', { count: model.pods.length }),
    },
    { glyph: 'layers', label: t('logs.rail.stored') },
  ] as const;
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
          wrong={wrong && wrongCondition(wordsOfError(wrong))}
          keepsLast={(reader?.store.rows.length ?? 0) > 0}
          inputRef={inputRef}
          onDraft={setDraft}
          onChips={chips => change({ chips })}
          onModes={next => change({ modes: next })}
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
        <FoldingRail parts={railParts}>
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
                ...('service' in part && {
                  pod: undefined,
                  previous: undefined,
                }),
                line: undefined,
              })
            }
            onMute={setMuted}
          />
        </FoldingRail>
        <LogsMain
          entityRef={entityRef}
          sources={sources}
          control={control}
          model={model}
          look={look}
          line={line}
          actions={actions}
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
