import { RefObject, useEffect } from 'react';

/**
 * Moves focus to the panel's heading when the panel comes up, and back to where it was when it goes. A panel that a link
 * opens takes no focus from the page: nobody pressed anything.
 */
export function usePanelFocus(heading: RefObject<HTMLElement>): void {
  useEffect(() => {
    const before = document.activeElement;
    if (!(before instanceof HTMLElement) || before === document.body) {
      return undefined;
    }
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (before.isConnected) {
        before.focus({ preventScroll: true });
      }
    };
  }, [heading]);
}
