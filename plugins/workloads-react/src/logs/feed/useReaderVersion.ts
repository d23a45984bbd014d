import { useCallback, useSyncExternalStore } from 'react';
import { LogReader } from './LogReader';

/**
 * Draws anew whenever a reader or its store changes.
 * @public
 */
export function useReaderVersion(reader: LogReader | undefined): number {
  const subscribe = useCallback(
    (listener: () => void) => reader?.subscribe(listener) ?? (() => {}),
    [reader],
  );
  return useSyncExternalStore(subscribe, () => reader?.version() ?? 0);
}
