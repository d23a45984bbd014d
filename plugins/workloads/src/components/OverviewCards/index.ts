export { HealthCard } from './HealthCard';
export { LegacyHealthCard } from './LegacyHealthCard';
export { LegacyRecentChangesCard } from './LegacyRecentChangesCard';
export { RecentChangesCard } from './RecentChangesCard';
export { TabPath } from './TabPath';
