import {
  RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from 'react';
import { LogBuffer } from '../model/LogBuffer';
import { RowHeights } from '../model/RowHeights';

/** Rows beyond the edges that are drawn too, for a wheel that turns. */
const BEYOND = 12;
/** Pixels before the first measure. */
const FIRST_PX = 600;

/** A row to be drawn. */
export interface DrawnRow {
  readonly index: number;
  /** Pixels from above. */
  readonly start: number;
}

/** The rows that are drawn, and where. */
export interface LogWindow {
  readonly items: readonly DrawnRow[];
  /** Pixels of all rows. */
  readonly total: number;
  /** Watches the height of a row that may be other than a line's. */
  readonly measure: (element: HTMLElement | null) => void;
  /** Pixels above a row. */
  offsetOf(index: number): number;
  /** Brings a row to the middle. */
  toMiddle(index: number): void;
  /** Places of the first and last row on the screen. */
  shown(): readonly [number, number];
  /** The list was scrolled. */
  onScroll(): void;
}

/**
 * Draws of many rows those that are on the screen. While the end is followed they are counted from the end, so that a
 * list that moves is drawn once and not again for each scroll.
 */
export function useLogWindow(options: {
  scrollRef: RefObject<HTMLElement>;
  rows: LogBuffer;
  following: boolean;
  /** Id of the opened row. */
  open: number | undefined;
  /** What makes all measured heights wrong. */
  measuredFor: string;
}): LogWindow {
  const { scrollRef, rows, following, open, measuredFor } = options;
  const [heights] = useState(() => RowHeights.create());
  const lastMeasuredFor = useRef(measuredFor);
  const [height, setHeight] = useState(FIRST_PX);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const top = useRef(0);
  const current = useRef({ following, rows });
  current.current = { following, rows };

  const lastOpen = useRef(open);
  if (lastOpen.current !== open) {
    if (lastOpen.current !== undefined) {
      heights.close(lastOpen.current);
    }
    lastOpen.current = open;
  }
  if (lastMeasuredFor.current !== measuredFor) {
    lastMeasuredFor.current = measuredFor;
    heights.forget();
  }
  heights.sync(rows);
  const total = heights.offsetOf(rows, rows.length);

  useLayoutEffect(() => {
    const element = scrollRef.current;
    if (!element || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(() =>
      setHeight(element.clientHeight || FIRST_PX),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [scrollRef]);

  const onSizes = useCallback(
    (entries: readonly ResizeObserverEntry[]) => {
      const element = scrollRef.current;
      let moved = 0;
      let changed = false;
      for (const { target } of entries) {
        const id = Number(target.getAttribute('data-row'));
        const px = target.getBoundingClientRect().height;
        if (target.isConnected && px > 0) {
          const by = heights.set(id, px);
          changed ||= by !== 0;
          const list = current.current.rows;
          const index = list.indexOf(id);
          const above =
            element &&
            index !== undefined &&
            heights.offsetOf(list, index) < element.scrollTop;
          moved += above ? by : 0;
        }
      }
      if (element && moved !== 0 && !current.current.following) {
        // What was on the screen stays where it was.
        element.scrollTop += moved;
      }
      if (changed) {
        draw();
      }
    },
    [heights, scrollRef],
  );
  const sizes = useRef<ResizeObserver>();
  useEffect(() => () => sizes.current?.disconnect(), []);
  const measure = useCallback(
    (element: HTMLElement | null) => {
      if (element && typeof ResizeObserver !== 'undefined') {
        // Elements that have left the page are let go by the browser.
        sizes.current ??= new ResizeObserver(onSizes);
        sizes.current.observe(element);
      }
    },
    [onSizes],
  );

  const from = following ? Math.max(0, total - height) : top.current;
  const items: DrawnRow[] = [];
  const first = Math.max(0, heights.indexAt(rows, from) - BEYOND);
  let start = heights.offsetOf(rows, first);
  for (let index = first, after = 0; index < rows.length; index += 1) {
    items.push({ index, start });
    start += heights.heightOf(rows.at(index)?.id ?? NaN);
    after += start > from + height ? 1 : 0;
    if (after > BEYOND) {
      break;
    }
  }

  return {
    items,
    total,
    measure,
    offsetOf: index => heights.offsetOf(rows, index),
    toMiddle: index => {
      const element = scrollRef.current;
      if (element) {
        const middle = heights.offsetOf(rows, index) - height / 2;
        element.scrollTop = Math.max(0, middle);
        top.current = element.scrollTop;
        draw();
      }
    },
    shown: () => [
      heights.indexAt(rows, from),
      heights.indexAt(rows, from + height - 1),
    ],
    onScroll: () => {
      top.current = scrollRef.current?.scrollTop ?? 0;
      if (!following) {
        draw();
      }
    },
  };
}
