import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { LogsView, readLogsView, writeLogsView } from './model/logsView';

/** The view that stands in the URL, and the ways to change it. */
export interface LogsViewControl {
  readonly view: LogsView;
  /** Changes filters; the back button passes over it. */
  change(part: Partial<LogsView>): void;
  /** Changes the time; the back button comes back to it. */
  zoom(part: Partial<LogsView>): void;
  /** The address of a view, to be given to others. */
  addressOf(part: Partial<LogsView>): string;
}

/** Reads and writes the tab's part of the URL. */
export function useLogsView(): LogsViewControl {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readLogsView(params), [params]);
  const set = useCallback(
    (part: Partial<LogsView>, replace: boolean) =>
      setParams(
        before => {
          const now = readLogsView(before);
          // The line of a link is of one run: it stands in no other.
          const kept = 'previous' in part ? { ...now, line: undefined } : now;
          return writeLogsView({ ...kept, ...part }, before);
        },
        { replace },
      ),
    [setParams],
  );
  const change = useCallback(
    (part: Partial<LogsView>) => set(part, true),
    [set],
  );
  const zoom = useCallback(
    (part: Partial<LogsView>) => set(part, false),
    [set],
  );
  const addressOf = useCallback(
    (part: Partial<LogsView>) => {
      const { origin, pathname } = window.location;
      const next = writeLogsView({ ...readLogsView(params), ...part }, params);
      return `${origin}${pathname}?${next}`;
    },
    [params],
  );
  return useMemo(
    () => ({ view, change, zoom, addressOf }),
    [view, change, zoom, addressOf],
  );
}
