import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  MetricsView,
  readMetricsView,
  writeMetricsView,
} from './model/metricsView';

/** The view that stands in the URL, and the ways to change it. */
export interface MetricsViewControl {
  readonly view: MetricsView;
  /** Changes filters; the back button passes over it. */
  change(part: Partial<MetricsView>): void;
  /** Changes the time; the back button comes back to it. */
  zoom(part: Partial<MetricsView>): void;
}

/** Reads and writes the tab's part of the URL. */
export function useMetricsView(): MetricsViewControl {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readMetricsView(params), [params]);
  const set = useCallback(
    (part: Partial<MetricsView>, replace: boolean) =>
      setParams(
        before =>
          writeMetricsView({ ...readMetricsView(before), ...part }, before),
        { replace },
      ),
    [setParams],
  );
  return useMemo(
    () => ({
      view,
      change: part => set(part, true),
      zoom: part => set(part, false),
    }),
    [view, set],
  );
}
