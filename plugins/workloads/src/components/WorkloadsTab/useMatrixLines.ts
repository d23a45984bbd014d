import { RefObject } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';

/** A browser draws so many cells at once without a thought; above, only the rows that are seen. */
const ALL_AT_ONCE = 400;
/** What most rows measure; those that say what is wrong are higher and are measured. */
const ROW_PX = 51;
/** The head stays on top of the rows; a row that the keyboard asks for must not end beneath it. */
const HEAD_PX = 64;

/** A row of the matrix, or the room of rows that are not drawn. */
export type MatrixLine =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'gap'; readonly key: string; readonly px: number };

/** Which rows of the matrix are drawn. */
export interface MatrixLines {
  /** Whether some are left out, so that the card scrolls by itself. */
  readonly virtual: boolean;
  readonly lines: readonly MatrixLine[];
  /** Learns how high a row came out. Undefined where all are drawn. */
  readonly measure?: (row: HTMLTableRowElement | null) => void;
  /** Brings a row onto the screen. */
  reveal(index: number): void;
}

/**
 * Decides which rows are drawn: all of them, or those that are seen and the one that the keyboard is in, which keeps the
 * focus and the tab stop when it is scrolled away.
 */
export function useMatrixLines(
  scroll: RefObject<HTMLElement>,
  size: { readonly rows: number; readonly columns: number },
  current: number,
): MatrixLines {
  const virtual = size.rows * size.columns > ALL_AT_ONCE;
  const virtualizer = useVirtualizer({
    count: size.rows,
    enabled: virtual,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    overscan: 4,
    scrollPaddingStart: HEAD_PX,
    rangeExtractor: range => {
      const seen = defaultRangeExtractor(range);
      return current < 0 || current >= size.rows || seen.includes(current)
        ? seen
        : [...seen, current].sort((a, b) => a - b);
    },
  });
  if (!virtual) {
    return {
      virtual,
      lines: Array.from({ length: size.rows }, (_, index) => ({
        kind: 'row' as const,
        index,
      })),
      reveal: () => {},
    };
  }

  const lines: MatrixLine[] = [];
  let end = 0;
  for (const item of virtualizer.getVirtualItems()) {
    if (item.start > end) {
      lines.push({
        kind: 'gap',
        key: `to ${item.index}`,
        px: item.start - end,
      });
    }
    lines.push({ kind: 'row', index: item.index });
    end = item.end;
  }
  const rest = virtualizer.getTotalSize() - end;
  if (rest > 0) {
    lines.push({ kind: 'gap', key: 'rest', px: rest });
  }
  return {
    virtual,
    lines,
    measure: virtualizer.measureElement,
    reveal: index => virtualizer.scrollToIndex(index),
  };
}
