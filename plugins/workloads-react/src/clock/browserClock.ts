import { Clock } from './Clock';

/**
 * The browser's own clock.
 * @public
 */
export const browserClock: Clock = {
  now: () => Date.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
