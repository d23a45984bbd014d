import { RefObject, useEffect, useRef } from 'react';

/** When a line is closed the focus goes from what it held to the list: the cursor stands on that line still. */
export function useFocusAfter(
  list: RefObject<HTMLElement>,
  open: number | undefined,
): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    const lost =
      document.activeElement === null ||
      document.activeElement === document.body;
    if (wasOpen.current && open === undefined && lost) {
      list.current?.focus({ preventScroll: true });
    }
    wasOpen.current = open !== undefined;
  }, [list, open]);
}
