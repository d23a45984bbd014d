import { useEffect, useState } from 'react';

/**
 * The width of an element in pixels, as it changes; undefined until it was measured. The element decides how its content
 * stands, not the window, so that an open panel gives the same form as a small screen.
 * @public
 */
export function useWidth(element: HTMLElement | null): number | undefined {
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    if (!element || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(entries => {
      setWidth(Math.round(entries[entries.length - 1].contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
