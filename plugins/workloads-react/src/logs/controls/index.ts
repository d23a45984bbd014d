export { PausedPill } from './PausedPill';
export { QueryBar } from './QueryBar';
export { TimeControl } from './TimeControl';
export type { ShownTime } from './TimeControl';
