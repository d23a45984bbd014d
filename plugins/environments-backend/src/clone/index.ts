export { BASELINE_KINDS } from './BASELINE_KINDS';
export type { BaselineKind } from './BASELINE_KINDS';
export { applyResync, computeDrift } from './drift';
export type { ComputedDrift, DriftInput, Resynced } from './drift';
export { imagesOf } from './imagesOf';
export { planEnvironment } from './planEnvironment';
export { redactSecret, sanitizeObject } from './sanitize';
export type { SecretNames } from './sanitize';
export { serviceOptions } from './serviceOptions';
export type {
  AddressFacts,
  Baseline,
  ClusterFacts,
  Manifest,
  PlanInput,
  PlanPolicy,
  PlanResult,
  Relations,
  SecretCopy,
  Snapshot,
  VersionCheck,
} from './types';
