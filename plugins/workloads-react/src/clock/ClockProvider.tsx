import { createContext, ReactNode, useContext, useMemo } from 'react';
import { browserClock } from './browserClock';
import { Clock } from './Clock';
import { Ticker } from './Ticker';

interface ClockValue {
  readonly clock: Clock;
  readonly ticker: Ticker;
}

// Never reaches another copy of this package: who finds no provider gets the browser's clock, which is right anyway.
const ClockContext = createContext<ClockValue>({
  clock: browserClock,
  ticker: new Ticker(browserClock),
});

/**
 * Gives everything beneath it another clock. Without it the browser's is used.
 * @public
 */
export function ClockProvider(props: {
  clock: Clock;
  children: ReactNode;
}): JSX.Element {
  const { clock } = props;
  const value = useMemo(() => ({ clock, ticker: new Ticker(clock) }), [clock]);
  return (
    <ClockContext.Provider value={value}>
      {props.children}
    </ClockContext.Provider>
  );
}

/**
 * The clock in force.
 * @public
 */
export function useClock(): Clock {
  return useContext(ClockContext).clock;
}

/** The shared ticker of the clock in force. */
export function useTicker(): Ticker {
  return useContext(ClockContext).ticker;
}
