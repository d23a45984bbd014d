import { useEffect, useState } from 'react';
import { useClock } from '../../clock';
import { LogReader } from './LogReader';

/** Counts and rates that change more often cannot be read. */
const EVERY_MS = 250;

/**
 * Draws anew when a reader or its store changes, four times a second at most: for all that stands around the list. The
 * first rows are drawn at once, since somebody waits for them.
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
    let wasEmpty = reader.store.rows.length === 0;
    const draw = () => {
      cancel = undefined;
      setVersion(reader.version());
    };
    const look = () => {
      if (wasEmpty && reader.store.rows.length > 0) {
        wasEmpty = false;
        cancel?.();
        draw();
      } else {
        cancel ??= clock.after(EVERY_MS, draw);
      }
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
