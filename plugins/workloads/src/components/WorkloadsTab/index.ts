export { LegacyWorkloadsTab } from './LegacyWorkloadsTab';
export { WorkloadsTab } from './WorkloadsTab';
