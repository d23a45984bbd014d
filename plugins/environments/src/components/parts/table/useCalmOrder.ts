import { RefObject, useEffect, useRef, useState } from 'react';

/**
 * The order of the rows: a new one only while neither pointer nor focus is in the table, so that nothing moves under a
 * finger. What came in the meantime is appended.
 *
 * @param ids - in the order that is wanted
 * @param asked - changes when somebody asks for an order; then it is taken at once
 */
export function useCalmOrder(
  table: RefObject<HTMLElement>,
  ids: readonly string[],
  asked: string,
): readonly string[] {
  const [busy, setBusy] = useState(false);
  const kept = useRef({ ids, asked });
  useEffect(() => {
    const element = table.current;
    if (!element) {
      return undefined;
    }
    let inside = false;
    const check = () =>
      setBusy(inside || element.contains(document.activeElement));
    const enter = () => {
      inside = true;
      check();
    };
    const leave = () => {
      inside = false;
      check();
    };
    element.addEventListener('pointerenter', enter);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('focusin', check);
    element.addEventListener('focusout', check);
    return () => {
      element.removeEventListener('pointerenter', enter);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('focusin', check);
      element.removeEventListener('focusout', check);
    };
  }, [table]);
  if (!busy || kept.current.asked !== asked) {
    kept.current = { ids, asked };
  } else {
    const known = new Set(kept.current.ids);
    const added = ids.filter(id => !known.has(id));
    if (added.length > 0) {
      kept.current = { ids: [...kept.current.ids, ...added], asked };
    }
  }
  return kept.current.ids;
}
