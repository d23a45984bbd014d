import {
  EnvironmentNews,
  Step,
  StepId,
  StepService,
} from '@domaindeck/backstage-plugin-environments-common';
import { ClusterDriver } from '../drivers/types';
import { PlanSource } from '../planning';
import {
  EnvironmentChange,
  PlanMaterial,
  StoredEnvironment,
} from '../store/types';

/** What a step works with. */
export interface Work {
  readonly environment: StoredEnvironment;
  /** As it was left the last time. */
  readonly step: Step;
  /** The plan; undefined before the first step. */
  readonly material: PlanMaterial | undefined;
  readonly driver: ClusterDriver;
  readonly plans: PlanSource;
  readonly now: () => number;
  /** Aborts when the lease is lost or somebody asked for something else. */
  readonly signal: AbortSignal;
  /**
   * Asks once more, before something is written, whether the namespace may be touched.
   *
   * @returns whether it is there and ours
   * @throws DriverError when it is there and may not be touched
   */
  guard(): Promise<boolean>;
}

/** What is told of a step beside its state. */
export type StepTold = Partial<
  Pick<Step, 'message' | 'reason' | 'parts' | 'objects'>
> & { readonly services?: StepService[] };

/** How a step went. Whatever it changed in the cluster it would find again. */
export type StepOutcome = StepTold &
  Pick<EnvironmentChange, 'fields' | 'history' | 'material'> &
  (
    | { readonly state: 'done' | 'skipped' | 'needs-secrets' }
    | { readonly state: 'wait'; readonly afterMs: number }
  );

/** One step of an operation. @throws DriverError when the cluster refuses */
export type StepRunner = (work: Work) => Promise<StepOutcome>;

/** The steps by name. */
export type StepRunners = Readonly<Record<StepId, StepRunner>>;

/** Tells others; failures are its own affair. */
export type TellNews = (news: EnvironmentNews) => Promise<void>;
