import { useCallback, useEffect, useRef, useState } from 'react';
import { useClock } from '../clock';
import { writeClipboard } from './writeClipboard';

/** Long enough to be read, short enough not to be taken for a state. */
const SHOWN_MS = 2_000;

/**
 * What became of the last copy; `none` again after two seconds.
 * @public
 */
export type CopyOutcome = 'none' | 'done' | 'refused';

/**
 * Copies text and says for a moment what became of it.
 * @public
 */
export function useCopy(): {
  outcome: CopyOutcome;
  copy: (text: string) => void;
} {
  const clock = useClock();
  const [outcome, setOutcome] = useState<CopyOutcome>('none');
  const cancel = useRef(() => {});
  useEffect(() => () => cancel.current(), []);
  const copy = useCallback(
    async (text: string) => {
      const done = await writeClipboard(text);
      setOutcome(done ? 'done' : 'refused');
      cancel.current();
      cancel.current = clock.after(SHOWN_MS, () => setOutcome('none'));
    },
    [clock],
  );
  return { outcome, copy };
}
