import {
  DriftChange,
  EnvironmentDrift,
  Specification,
} from '@domaindeck/backstage-plugin-environments-common';
import { KubernetesObject } from '../../objects';
import { Manifest, Snapshot } from '../types';

/** Three sides of an environment: the baseline then and now, and what is wanted and lives. */
export interface DriftInput {
  readonly specification: Specification;
  /** As it was cloned; kept with the record. */
  readonly then: Snapshot;
  /** The snapshot of a plan of the same specification over the baseline of now, without `pinned`. */
  readonly now: Snapshot;
  /** What was applied last. */
  readonly desired: readonly Manifest[];
  /** Everything in the namespace of the kinds that are applied. */
  readonly live: readonly KubernetesObject[];
  /** Answers of applying `desired` without writing: what the API server fills in cancels out against `live`. */
  readonly dryRun?: readonly KubernetesObject[];
  /** Keyed hashes of copied secrets, by name. */
  readonly secrets?: {
    readonly then: Readonly<Record<string, string>>;
    readonly now: Readonly<Record<string, string>>;
  };
}

/** A drift without the time at which it was seen. */
export type ComputedDrift = Omit<EnvironmentDrift, 'asOf'>;

/** What a re-sync leads to. */
export interface Resynced {
  /** Without the overrides that gave way to the baseline. */
  readonly specification: Specification;
  /** To plan with as `pinned`. */
  readonly snapshot: Snapshot;
  /** Names of secrets to copy again. */
  readonly secrets: readonly string[];
  readonly taken: readonly DriftChange[];
}
