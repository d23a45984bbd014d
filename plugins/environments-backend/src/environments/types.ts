import {
  EnvironmentDrift,
  EnvironmentPage,
  EnvironmentRecord,
  EnvironmentState,
  HistoryPage,
  Options,
  Plan,
  PlanRequest,
  ResyncRequest,
  Specification,
  SpecificationPatch,
  Step,
  WatchRecord,
} from '@domaindeck/backstage-plugin-environments-common';
import { RecordFilter, StoredEnvironment } from '../store/types';

/** What a person asks for beside the thing itself. */
export interface Asker {
  /** Ref of the person, or of the service that asks for one. */
  readonly ref: string;
  /** The departments above, of which one is the owner of what is made. */
  readonly group?: string;
}

/** Which environments are listed. */
export interface EnvironmentsQuery {
  readonly filter?: RecordFilter;
  readonly domain?: string;
  readonly owner?: string;
  readonly states?: readonly EnvironmentState[];
  readonly text?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** A page of environments as they are kept. */
export interface StoredEnvironmentPage {
  readonly items: readonly StoredEnvironment[];
  readonly total: number;
  readonly nextCursor?: string;
}

export type {
  EnvironmentDrift,
  EnvironmentPage,
  EnvironmentRecord,
  HistoryPage,
  Options,
  Plan,
  PlanRequest,
  ResyncRequest,
  Specification,
  SpecificationPatch,
  Step,
  WatchRecord,
};
