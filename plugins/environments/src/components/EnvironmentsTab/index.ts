export { EnvironmentsTab } from './EnvironmentsTab';
export { LegacyEnvironmentsTab } from './LegacyEnvironmentsTab';
