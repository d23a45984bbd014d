export { applyResync } from './applyResync';
export { computeDrift } from './computeDrift';
export type { ComputedDrift, DriftInput, Resynced } from './types';
