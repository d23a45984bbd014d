export { BaselineIndex, withPinned, WORKLOAD_KINDS } from './BaselineIndex';
export { Closure } from './Closure';
export type { Missing, Needed, NeededSecret, OwnWorkload } from './types';
