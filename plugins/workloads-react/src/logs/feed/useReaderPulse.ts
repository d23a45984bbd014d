import { useEffect, useState } from 'react';
import { useClock } from '../../clock';
import { LogReader } from './LogReader';

/** Counts and rates that change more often cannot be read. */
const EVERY_MS = 250;

/**
 * Draws anew when a reader or its store changes, four times a second at most: for all that stands around the list.
 * @public
 */
export function useReaderPulse(reader: LogReader | undefined): number {
  const clock = useClock();
  const [version, setVersion] = useState(0);
  useEffect(() => {
    if (!reader) {
      return undefined;
    }
    let cancel: (() => void) | undefined;
    const look = () => {
      cancel ??= clock.after(EVERY_MS, () => {
        cancel = undefined;
        setVersion(reader.version());
      });
    };
    setVersion(reader.version());
    const unsubscribe = reader.subscribe(look);
    return () => {
      unsubscribe();
      cancel?.();
    };
  }, [reader, clock]);
  return version;
}
