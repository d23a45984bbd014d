import { RefObject, useEffect, useRef, useState } from 'react';
import { movePlace, Place } from './movePlace';

/**
 * Makes the matrix one tab stop with arrows inside. Each cell names its place in `data-place`; the answer is the place to
 * which Tab leads.
 * @public
 */
export function useMatrixCursor(
  table: RefObject<HTMLTableElement>,
  size: { readonly rows: number; readonly columns: number },
): Place {
  const [place, setPlace] = useState<Place>({ row: 0, column: 1 });
  const current = useRef(size);
  current.current = size;

  useEffect(() => {
    const element = table.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const from = readPlace(event.target);
      const to = from && movePlace(from, event.key, current.current);
      if (to) {
        event.preventDefault();
        element
          ?.querySelector<HTMLElement>(`[data-place="${to.row}:${to.column}"]`)
          ?.focus();
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
  }, [table]);

  // A filter may have taken away the row in which the tab stop was.
  return { ...place, row: Math.min(place.row, size.rows - 1) };
}

function readPlace(target: EventTarget | null): Place | undefined {
  const text = target instanceof HTMLElement ? target.dataset.place : undefined;
  if (!text) {
    return undefined;
  }
  const [row, column] = text.split(':').map(Number);
  return { row, column };
}
