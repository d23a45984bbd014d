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
  podColours,
  RemoteResult,
  ShownReader,
  useClock,
  useLogReader,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  chosenPods,
  Crash,
  crashToShow,
  filterOf,
  keyOfPod,
  withLevels,
} from './model/logChoice';
import { LogsView } from './model/logsView';

/** The latest lines of each container that a live view begins with; older ones are a range. */
const TAIL = 2_000;
/** A run that has ended is read whole, as far as the backend gives it. */
const PREVIOUS_TAIL = 10_000;
/** Counting reads lines again where no history is; once in a while is enough for a picture. */
const COUNT_EVERY_MS = 15_000;

/** What the tab shows, worked out of the URL and what the backend gives. */
export interface LogsModel {
  readonly shown: ShownReader;
  readonly mode: 'live' | 'range' | 'previous';
  readonly crash?: Crash;
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
): LogsModel {
  const api = useApi(logsApiRef);
  const clock = useClock();
  const crash = crashToShow(sources, view);
  const filter = filterOf(sources, view, crash);
  const { range } = view;
  let mode: LogsModel['mode'] = range.kind === 'live' ? 'live' : 'range';
  if (crash) {
    mode = 'previous';
  }
  const question = JSON.stringify([mode, range, withLevels(filter, view)]);
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
    .map(({ pod, origin }) => `${pod} ${origin.podUid ?? pod}`)
    .join('\n');
  const colours = useMemo(() => {
    const uids = new Map([
      ...pods.map(pod => [keyOfPod(pod), pod.uid] as const),
      ...declared
        .split('\n')
        .filter(Boolean)
        .map((line): readonly [string, string] => {
          const [key, uid] = line.split(' ');
          return [key, uid];
        }),
    ]);
    const byUid = podColours([...uids.values()]);
    return new Map(
      [...uids].flatMap(([key, uid]) => {
        const colour = byUid.get(uid);
        return colour ? [[key, colour] as const] : [];
      }),
    );
  }, [pods, declared]);
  const { chips, modes } = view;
  const pattern = useMemo(
    () =>
      highlightOf(
        chips
          .filter(chip => chip.kind === 'has')
          .map(chip => conditionOf(chip, modes)),
      ),
    [chips, modes],
  );
  return { shown, mode, crash, filter, pods, colours, pattern, histogram };
}

/** Before the next picture; a page in the background draws none, and then nothing has to be shown. */
function nextFrame(call: () => void): () => void {
  const frame = requestAnimationFrame(call);
  return () => cancelAnimationFrame(frame);
}
