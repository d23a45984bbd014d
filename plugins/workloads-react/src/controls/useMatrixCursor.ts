import {
  MutableRefObject,
  RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { movePlace, Place } from './movePlace';

/**
 * Makes the matrix one tab stop with arrows inside. Each cell names its place in `data-place`; the answer is the place to
 * which Tab leads.
 * @param reveal - Draws a row that is not drawn because it is not on the screen; the focus follows when it is there.
 * @public
 */
export function useMatrixCursor(
  table: RefObject<HTMLTableElement>,
  size: { readonly rows: number; readonly columns: number },
  reveal?: MutableRefObject<((row: number) => void) | undefined>,
): Place {
  const [place, setPlace] = useState<Place>({ row: 0, column: 1 });
  const current = useRef(size);
  current.current = size;
  const awaited = useRef<Place>();

  // Each drawing may be the one that brings what was asked for.
  useEffect(() => {
    const cell = awaited.current && cellAt(table.current, awaited.current);
    if (cell) {
      awaited.current = undefined;
      cell.focus();
    }
  });

  useEffect(() => {
    const element = table.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const from = readPlace(event.target);
      const to = from && movePlace(from, event.key, current.current);
      if (to) {
        event.preventDefault();
        const cell = cellAt(element, to);
        if (cell) {
          cell.focus();
        } else {
          awaited.current = to;
          reveal?.current?.(to.row);
        }
      }
    };
    const onFocus = (event: FocusEvent) => {
      const next = readPlace(event.target);
      if (next) {
        setPlace(next);
      }
    };
    element?.addEventListener('keydown', onKeyDown);
    element?.addEventListener('focusin', onFocus);
    return () => {
      element?.removeEventListener('keydown', onKeyDown);
      element?.removeEventListener('focusin', onFocus);
    };
  }, [table, reveal]);

  // A filter may have taken away the row in which the tab stop was.
  return { ...place, row: Math.min(place.row, size.rows - 1) };
}

function cellAt(
  table: HTMLTableElement | null,
  { row, column }: Place,
): HTMLElement | undefined {
  return (
    table?.querySelector<HTMLElement>(`[data-place="${row}:${column}"]`) ??
    undefined
  );
}

function readPlace(target: EventTarget | null): Place | undefined {
  const text = target instanceof HTMLElement ? target.dataset.place : undefined;
  if (!text) {
    return undefined;
  }
  const [row, column] = text.split(':').map(Number);
  return { row, column };
}
