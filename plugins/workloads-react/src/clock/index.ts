export type { Clock } from './Clock';
export { browserClock } from './browserClock';
export { ClockProvider, useClock } from './ClockProvider';
export { useNow } from './useNow';
