export { BaselineIndex, withPinned, WORKLOAD_KINDS } from './BaselineIndex';
export { Closure } from './Closure';
export type { Missing, Needed, NeededSecret, OwnWorkload } from './types';
export { accountsOf, isGroupOf, pullSecretsOf } from './accounts';
export { accountOf } from './podReferences';
