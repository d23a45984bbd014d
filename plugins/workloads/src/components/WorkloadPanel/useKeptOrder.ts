import { useRef } from 'react';
import { keepOrder } from './model/keepOrder';

/**
 * Rows in the order in which they were first shown.
 * @param items - In the order in which they would be shown afresh.
 */
export function useKeptOrder<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): T[] {
  const shown = useRef<readonly string[]>([]);
  const byKey = new Map(items.map(item => [keyOf(item), item]));
  shown.current = keepOrder(shown.current, [...byKey.keys()]);
  return shown.current.map(key => byKey.get(key)!);
}
