import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ListView, readListView, writeListView } from '../../model/listView';

/** The state that stands in the URL, and the way to change it; the back button passes over it. */
export interface ListViewControl {
  readonly view: ListView;
  change(part: Partial<ListView>): void;
}

/** Reads and writes the list's part of the URL. */
export function useListView(): ListViewControl {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readListView(params), [params]);
  const change = useCallback(
    (part: Partial<ListView>) =>
      setParams(now => writeListView({ ...readListView(now), ...part }, now), {
        replace: true,
      }),
    [setParams],
  );
  return useMemo(() => ({ view, change }), [view, change]);
}
