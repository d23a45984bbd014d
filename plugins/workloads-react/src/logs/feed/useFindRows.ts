import { useEffect, useState } from 'react';
import { findRows } from '../model/findRows';
import { breathe } from './breathe';
import { LogReader } from './LogReader';

/**
 * Looks for a pattern in the lines that a reader holds, with every key anew: the search lets the keys through.
 * @returns ids of the rows that hold it, oldest first; undefined while nothing is looked for
 * @public
 */
export function useFindRows(
  reader: LogReader | undefined,
  wanted: RegExp | undefined,
): readonly number[] | undefined {
  const [found, setFound] = useState<readonly number[]>();
  useEffect(() => {
    setFound(undefined);
    if (!reader || !wanted) {
      return undefined;
    }
    let isOver = false;
    const search = async () => {
      const ids = await findRows(reader.store.rows, wanted, {
        elapsed: () => performance.now(),
        pause: async () => {
          await breathe();
          return !isOver;
        },
      });
      if (!isOver) {
        setFound(ids);
      }
    };
    void search();
    return () => {
      isOver = true;
    };
  }, [reader, wanted]);
  return found;
}
