export { EndedRights } from './EndedRights';
export { endedRightsApiRef } from './endedRightsApiRef';
export type { EndedRightsApi } from './endedRightsApiRef';
