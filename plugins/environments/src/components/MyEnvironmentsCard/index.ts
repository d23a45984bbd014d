export { LegacyMyEnvironmentsCard } from './LegacyMyEnvironmentsCard';
export { MyEnvironmentsCard } from './MyEnvironmentsCard';
export { TabPath } from './TabPath';
