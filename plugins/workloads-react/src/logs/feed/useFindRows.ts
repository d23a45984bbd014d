import { useEffect, useState } from 'react';
import { useClock } from '../../clock';
import { findRows } from '../model/findRows';
import { LogReader } from './LogReader';

/** Long enough for the next key. */
const TYPING_MS = 120;

/**
 * Looks for a text in the lines that a reader holds.
 * @returns ids of the rows that hold it, oldest first; undefined while nothing is looked for
 * @public
 */
export function useFindRows(
  reader: LogReader | undefined,
  wanted: string,
): readonly number[] | undefined {
  const clock = useClock();
  const [found, setFound] = useState<readonly number[]>();
  useEffect(() => {
    setFound(undefined);
    if (!reader || wanted === '') {
      return undefined;
    }
    let isOver = false;
    const pause = () =>
      new Promise<boolean>(resolve => {
        clock.after(0, () => resolve(!isOver));
      });
    const cancel = clock.after(TYPING_MS, async () => {
      const ids = await findRows(reader.store.rows, wanted, pause);
      if (!isOver) {
        setFound(ids);
      }
    });
    return () => {
      isOver = true;
      cancel();
    };
  }, [reader, wanted, clock]);
  return found;
}
