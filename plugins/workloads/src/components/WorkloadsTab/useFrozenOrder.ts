import { useMemo, useRef } from 'react';
import { inOrder } from '../parts/model/order';

/**
 * Keeps items in the order in which they stood when it was asked for, however they would be ordered now.
 *
 * @param ordered - The items in the order that would be right now; the same array asks for nothing new.
 * @param question - Another text asks for the right order again.
 * @param settled - While false, items still come in and the right order is taken each time.
 */
export function useFrozenOrder<T>(
  ordered: readonly T[],
  keyOf: (item: T) => string,
  question: string,
  settled: boolean,
): readonly T[] {
  const frozen = useRef<{ question: string; order: readonly string[] }>();
  return useMemo(() => {
    if (!settled || frozen.current?.question !== question) {
      frozen.current = settled
        ? { question, order: ordered.map(keyOf) }
        : undefined;
      return ordered;
    }
    return inOrder(ordered, keyOf, frozen.current.order);
  }, [ordered, keyOf, question, settled]);
}
