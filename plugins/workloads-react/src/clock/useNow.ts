import { useEffect, useState } from 'react';
import { useTicker } from './ClockProvider';

/**
 * The time, renewed every `stepMs` milliseconds. All readers of one step are renewed by one timer.
 * @public
 */
export function useNow(stepMs: number): number {
  const ticker = useTicker();
  const [now, setNow] = useState(() => ticker.now());
  useEffect(() => {
    setNow(ticker.now());
    return ticker.subscribe(stepMs, setNow);
  }, [ticker, stepMs]);
  return now;
}
