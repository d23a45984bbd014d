export { KnownVersions } from './KnownVersions';
export { PlanSource } from './PlanSource';
export type { PlanQuestion } from './PlanSource';
export type { VersionSource } from './types';
export { questionOf } from './questionOf';
