export { entriesOf, hostAddresses, planWeb } from './planWeb';
export type { PlannedWeb } from './planWeb';
