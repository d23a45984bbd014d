import { RefObject, useEffect, useRef } from 'react';

const KEYS = ['Enter', 'ArrowUp', 'ArrowDown', 'End'] as const;

/**
 * Keys that mean something only while the list has the focus.
 * @public
 */
export type ListKey = (typeof KEYS)[number];

/**
 * Listens on the list for all of its rows: a row comes and goes too often for listeners of its own.
 */
export function useListEvents(
  list: RefObject<HTMLElement>,
  handlers: {
    onPress: (id: number) => void;
    onKey: (key: ListKey) => void;
    textOf: (selection: Selection | null) => string | undefined;
  },
): void {
  const current = useRef(handlers);
  current.current = handlers;
  useEffect(() => {
    const element = list.current;
    if (!element) {
      return undefined;
    }
    const press = (event: MouseEvent) => {
      const line =
        event.target instanceof Element && event.target.closest('[data-line]');
      // Who marks words wants to copy them.
      if (line && !window.getSelection()?.toString()) {
        current.current.onPress(Number(line.getAttribute('data-line')));
      }
    };
    const key = (event: KeyboardEvent) => {
      const known = KEYS.find(one => one === event.key);
      if (known && event.target === element) {
        event.preventDefault();
        current.current.onKey(known);
      }
    };
    const copy = (event: ClipboardEvent) => {
      const text = current.current.textOf(window.getSelection());
      if (text && event.clipboardData) {
        event.preventDefault();
        event.clipboardData.setData('text/plain', text);
      }
    };
    element.addEventListener('click', press);
    element.addEventListener('keydown', key);
    element.addEventListener('copy', copy);
    return () => {
      element.removeEventListener('click', press);
      element.removeEventListener('keydown', key);
      element.removeEventListener('copy', copy);
    };
  }, [list]);
}
