import { useEffect, useRef } from 'react';

/**
 * What each key does; a key without an entry stays the browser's.
 * @public
 */
export type TabKeys = Readonly<Record<string, () => void>>;

/**
 * Listens to single keys on the whole page, except while somebody types, holds a modifier, or works in a dialog or menu.
 * @public
 */
export function useTabKeys(keys: TabKeys): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        belongsToAnother(event.target)
      ) {
        return;
      }
      const act = current.current[event.key];
      if (act) {
        event.preventDefault();
        act();
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function belongsToAnother(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest(
        'input, textarea, select, [role="menu"], [role="listbox"], [aria-modal="true"]',
      ) !== null)
  );
}
