export { DatabaseEnvironmentStore } from './DatabaseEnvironmentStore';
export type {
  CountLimits,
  Counts,
  CreateRefusal,
  EnvironmentChange,
  EnvironmentStore,
  Lease,
  LeaseState,
  ListQuery,
  NewHistoryEntry,
  PlanMaterial,
  RecordFilter,
  SeenEnvironment,
  StoredEnvironment,
  StoredPage,
  WriteGuard,
} from './types';
export { environmentsIn } from './environmentsIn';
