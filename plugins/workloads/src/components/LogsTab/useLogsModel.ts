import { useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  LogFilter,
  LogHistogram,
  LogSources,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  boundsOf,
  conditionOf,
  documentVisibility,
  highlightOf,
  LogFeed,
  LogReader,
  logsApiRef,
  LogSearch,
  PodColour,
  QueryChip,
  RemoteResult,
  ShownReader,
  useClock,
  useLogReader,
  usePodColours,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  chosenPods,
  Crash,
  filterOf,
  keyOfPod,
  withLevels,
} from './model/logChoice';
import { LogsView } from './model/logsView';
import { useCrash } from './useCrash';

/** The latest lines of each container that a live view begins with; older ones are a range. */
const TAIL = 2_000;
/** A run that has ended is read whole, as far as the backend gives it. */
const PREVIOUS_TAIL = 10_000;
/** Counting reads lines again where no history is; once in a while is enough for a picture. */
const COUNT_EVERY_MS = 15_000;

/** Phases of pods whose work is done. */
const ENDED: readonly string[] = ['Succeeded', 'Failed'];

/** What the tab shows, worked out of the URL and what the backend gives. */
export interface LogsModel {
  readonly shown: ShownReader;
  readonly mode: 'live' | 'range' | 'previous';
  readonly crash?: Crash;
  /** Shows the run of the container that ended last, where that is another now. */
  readonly showLatest: () => void;
  readonly filter: LogFilter;
  readonly pods: ReturnType<typeof chosenPods>;
  readonly colours: ReadonlyMap<string, PodColour>;
  readonly pattern?: RegExp;
  readonly histogram: RemoteResult<LogHistogram>;
}

/** Asks for lines and counts as the view says. */
export function useLogsModel(
  entityRef: string,
  sources: LogSources,
  view: LogsView,
  /** What is being typed, to be marked in the lines. */
  typed: QueryChip | undefined,
): LogsModel {
  const api = useApi(logsApiRef);
  const clock = useClock();
  const { crash, showLatest } = useCrash(sources, view);
  const filter = filterOf(sources, view, crash);
  const { range } = view;
  let mode: LogsModel['mode'] = range.kind === 'live' ? 'live' : 'range';
  if (crash) {
    mode = 'previous';
  }
  const question = JSON.stringify([
    mode,
    range,
    withLevels(filter, view),
    crash?.container.lastEnd?.at,
  ]);
  // A range that ends now keeps its end until it is asked for anew.
  const [asked, setAsked] = useState({ question: '', now: 0 });
  if (asked.question !== question) {
    setAsked({ question, now: clock.now() });
  }
  const now = asked.question === question ? asked.now : clock.now();

  const make = (): LogReader => {
    const bounds = boundsOf(range, now);
    const from = new Date(bounds.from).toISOString();
    const request = withLevels(filter, view);
    if (mode === 'range') {
      return LogSearch.create({
        api,
        entityRef,
        clock,
        random: Math.random,
        request: { ...request, from, to: new Date(bounds.to).toISOString() },
      });
    }
    return LogFeed.create({
      api,
      entityRef,
      clock,
      visibility: documentVisibility,
      random: Math.random,
      frame: nextFrame,
      request:
        mode === 'previous'
          ? { ...request, previous: true, tail: PREVIOUS_TAIL }
          : { ...request, since: from, tail: TAIL },
    });
  };
  const shown = useLogReader(`${entityRef} ${question}`, make);

  const mayCount =
    mode !== 'previous' &&
    sources.environments.some(one => one.readable && one.searchable);
  const histogram = useRemote(
    mayCount ? JSON.stringify([entityRef, mode, range, filter]) : undefined,
    signal => {
      const bounds = boundsOf(range, mode === 'live' ? clock.now() : now);
      return api.getLogHistogram(
        entityRef,
        {
          ...filter,
          from: new Date(bounds.from).toISOString(),
          to: new Date(bounds.to).toISOString(),
        },
        { signal },
      );
    },
    mode === 'live' ? { everyMs: COUNT_EVERY_MS } : {},
  );

  const pods = useMemo(() => chosenPods(sources, view), [sources, view]);
  // Sources are only ever added, so that the list of their keys tells whether there are new ones.
  const declared = (shown.reader?.store.sources() ?? [])
    .map(({ pod }) => pod)
    .join('\n');
  const colours = usePodColours(
    useMemo(
      () => [...pods.map(keyOfPod), ...declared.split('\n').filter(Boolean)],
      [pods, declared],
    ),
    pods.filter(({ phase }) => !ENDED.includes(phase)).map(keyOfPod),
    JSON.stringify([entityRef, view.service, view.env, view.pod]),
  );
  const { chips, modes } = view;
  const pattern = useMemo(
    () =>
      highlightOf(
        [
          ...chips.filter(chip => chip.kind === 'has'),
          ...(typed ? [typed] : []),
        ].map(chip => conditionOf(chip, modes)),
      ),
    [chips, modes, typed],
  );
  return {
    shown,
    mode,
    crash,
    showLatest,
    filter,
    pods,
    colours,
    pattern,
    histogram,
  };
}

/** Before the next picture; a page in the background draws none, and then nothing has to be shown. */
function nextFrame(call: () => void): () => void {
  const frame = requestAnimationFrame(call);
  return () => cancelAnimationFrame(frame);
}
