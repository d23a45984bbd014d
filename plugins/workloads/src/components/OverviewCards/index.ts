export { HealthCard } from './HealthCard';
export { LegacyHealthCard } from './LegacyHealthCard';
export { LegacyRecentChangesCard } from './LegacyRecentChangesCard';
export { LegacyUsageCard } from './LegacyUsageCard';
export { RecentChangesCard } from './RecentChangesCard';
export { TabPath } from './TabPath';
export { UsageCard } from './UsageCard';
