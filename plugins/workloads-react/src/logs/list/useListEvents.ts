import { RefObject, useEffect, useRef } from 'react';
import { markedRows, rowOf } from './markedRows';
import { MarkedRows } from './textOfSelection';

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
    /** Somebody presses on a row, be it to open it or to mark words: from now on nothing may move. */
    onHold: () => void;
    onPress: (id: number) => void;
    onKey: (key: ListKey) => void;
    textOf: (marked: MarkedRows) => string | undefined;
  },
): void {
  const current = useRef(handlers);
  current.current = handlers;
  useEffect(() => {
    const element = list.current;
    if (!element) {
      return undefined;
    }
    let drag: [number | undefined, number | undefined] = [undefined, undefined];
    const down = (event: PointerEvent) => {
      // The other buttons open a menu, to copy what is marked.
      if (event.button !== 0) {
        return;
      }
      const row = rowOf(event.target);
      // With Shift what is marked ends here, and begins where it did.
      drag = [event.shiftKey ? drag[0] : row, row];
      if (row !== undefined) {
        current.current.onHold();
      }
    };
    const move = (event: PointerEvent) => {
      if (event.buttons === 1) {
        drag[1] = rowOf(event.target) ?? drag[1];
      }
    };
    const press = (event: MouseEvent) => {
      const line =
        event.target instanceof Element && event.target.closest('[data-line]');
      // Who marks words wants to copy them.
      if (line && !window.getSelection()?.toString()) {
        current.current.onPress(Number(line.getAttribute('data-line')));
      }
    };
    const key = (event: KeyboardEvent) => {
      if (
        (event.ctrlKey || event.metaKey) &&
        event.key === 'a' &&
        event.target === element
      ) {
        event.preventDefault();
        current.current.onHold();
        window.getSelection()?.selectAllChildren(element);
        return;
      }
      const known = KEYS.find(one => one === event.key);
      if (known && event.target === element) {
        event.preventDefault();
        current.current.onKey(known);
      }
    };
    const copy = (event: ClipboardEvent) => {
      const marked = markedRows(element, window.getSelection(), drag);
      const text = marked && current.current.textOf(marked);
      if (text && event.clipboardData) {
        event.preventDefault();
        event.clipboardData.setData('text/plain', text);
      }
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('click', press);
    element.addEventListener('keydown', key);
    element.addEventListener('copy', copy);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('click', press);
      element.removeEventListener('keydown', key);
      element.removeEventListener('copy', copy);
    };
  }, [list]);
}
