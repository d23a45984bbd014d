export { projectChanges } from './projectChanges';
export type { ChangesContext, Sighting, WorkloadMemory } from './types';
