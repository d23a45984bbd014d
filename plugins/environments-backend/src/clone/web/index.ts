export { entriesOf, planWeb } from './planWeb';
export type { PlannedWeb } from './planWeb';
