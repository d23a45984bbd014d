import { useEffect, useRef, useState } from 'react';
import { isWrongQuestion } from './isWrongQuestion';
import { LogReader } from './LogReader';

/**
 * The reader whose lines are on the screen.
 * @public
 */
export interface ShownReader {
  /** The reader to show: the newest that has an answer, else the newest. */
  readonly reader?: LogReader;
  /** Whether a newer question waits for its answer. */
  readonly asking: boolean;
  /** Why the newest question cannot be answered; the last good answer stays. */
  readonly wrong?: Error;
}

/**
 * Reads logs, and goes on showing the old lines until a new question has its first answer.
 * @param key - What is asked for; another key asks anew. Undefined asks nothing.
 * @public
 */
export function useLogReader(
  key: string | undefined,
  make: () => LogReader,
): ShownReader {
  const makeRef = useRef(make);
  makeRef.current = make;
  const [seen, setSeen] = useState<ShownReader>({ asking: true });
  useEffect(() => {
    if (key === undefined) {
      return undefined;
    }
    const reader = makeRef.current();
    const look = () => {
      const { phase, error } = reader.getState();
      setSeen(before => {
        if (phase === 'failed' && isWrongQuestion(error)) {
          return { ...before, asking: false, wrong: error };
        }
        const isFirst = before.reader === undefined;
        const answered = phase !== 'asking';
        if (
          before.reader === reader &&
          before.asking === !answered &&
          !before.wrong
        ) {
          return before;
        }
        return answered || isFirst
          ? { reader, asking: !answered }
          : { reader: before.reader, asking: true };
      });
    };
    look();
    const unsubscribe = reader.subscribe(look);
    const stop = reader.start();
    return () => {
      unsubscribe();
      stop();
    };
  }, [key]);
  return seen;
}
