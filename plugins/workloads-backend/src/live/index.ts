export { LiveWorkloads } from './LiveWorkloads';
export type { LiveChange, SequencedChange } from './types';
