import { useEffect, useState } from 'react';
import { useClock } from '@domaindeck/backstage-plugin-workloads-react';

/** A cluster that has not answered by then is not waited for any longer. */
const PATIENCE_MS = 5_000;

/** Turns true, for good, when nothing is awaited any more or patience ends. */
export function useSettled(awaiting: boolean): boolean {
  const clock = useClock();
  const [settled, setSettled] = useState(!awaiting);
  useEffect(() => {
    if (settled) {
      return undefined;
    }
    if (!awaiting) {
      setSettled(true);
      return undefined;
    }
    return clock.after(PATIENCE_MS, () => setSettled(true));
  }, [awaiting, settled, clock]);
  return settled;
}
