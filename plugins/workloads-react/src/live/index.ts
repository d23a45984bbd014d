export type { FeedConnection, FeedState, WorkloadsData } from './FeedState';
export { isRefused } from './isRefused';
export { shareByKey, shareStructure } from './shareStructure';
export { documentVisibility } from './Visibility';
export type { Visibility } from './Visibility';
export { WorkloadsFeed } from './WorkloadsFeed';
export type { WorkloadsFeedOptions } from './WorkloadsFeed';
