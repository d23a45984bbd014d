import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { EnvironmentsOptions } from '../config/types';
import { DomainSource } from '../domains';
import { PlanSource } from '../planning';
import { EnvironmentStore } from '../store/types';
import { StepRunners, TellNews } from './types';

/** What a visit needs. */
export interface VisitOptions {
  readonly store: EnvironmentStore;
  readonly plans: PlanSource;
  readonly domains: DomainSource;
  readonly options: EnvironmentsOptions;
  readonly runners: StepRunners;
  readonly tell: TellNews;
  readonly logger: LoggerService;
  readonly clock: Clock;
  readonly now: () => number;
  /** Milliseconds that one look of a step may take. */
  readonly stepMs?: number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly signal: AbortSignal;
}
