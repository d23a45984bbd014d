import { useCallback, useEffect, useState } from 'react';
import {
  documentVisibility,
  TimeRange,
  useClock,
} from '@domaindeck/backstage-plugin-workloads-react';

/** As often as the finest source measures, in milliseconds. */
const EVERY_MS = 15_000;

/**
 * The time that a range which ends now is read at: it goes on while a live range is on the screen.
 * @returns milliseconds since 1970, and the way to let it go on at once
 */
export function useTick(range: TimeRange): [number, () => void] {
  const clock = useClock();
  const [now, setNow] = useState(() => clock.now());
  const again = useCallback(() => setNow(clock.now()), [clock]);
  const isLive = range.kind === 'live';
  useEffect(() => {
    if (!isLive) {
      return undefined;
    }
    return clock.after(EVERY_MS, () => {
      if (!documentVisibility.hidden()) {
        again();
      }
    });
  }, [clock, isLive, now, again]);
  return [now, again];
}
