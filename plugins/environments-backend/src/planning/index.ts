export { KnownVersions } from './KnownVersions';
export { PlanSource } from './PlanSource';
export type { PlanQuestion } from './PlanSource';
export { RegistryVersions } from './RegistryVersions';
export type { SeesPlace, VersionsQuery, VersionSource } from './types';
export { questionOf } from './questionOf';
