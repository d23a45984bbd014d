export type { EnvironmentsData, EnvironmentsState } from './FeedState';
export { EnvironmentsFeed } from './EnvironmentsFeed';
export type { EnvironmentsFeedOptions } from './EnvironmentsFeed';
