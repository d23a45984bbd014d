import { useEffect, useRef, useState } from 'react';
import { useClock } from '../clock';

/** A screen reader that is interrupted more often says nothing at all. */
const GAP_MS = 10_000;

/**
 * The text for a live region: the newest one, but at most one in 10 s.
 * @public
 */
export function useAnnouncement(text: string): string {
  const clock = useClock();
  const [said, setSaid] = useState(text);
  const lastAt = useRef(-Infinity);
  useEffect(() => {
    if (text === said) {
      return undefined;
    }
    const say = () => {
      lastAt.current = clock.now();
      setSaid(text);
    };
    const wait = lastAt.current + GAP_MS - clock.now();
    if (wait <= 0) {
      say();
      return undefined;
    }
    return clock.after(wait, say);
  }, [text, said, clock]);
  return said;
}
