import {
  EnvironmentWarning,
  ServiceSpecification,
  Size,
} from '@domaindeck/backstage-plugin-environments-common';
import { KubernetesObject } from '../objects';
import { namespaceName } from '../policy';
import { Consumption } from './roles';
import { Route } from './routes';
import { BaselineAddresses, Setting } from './settings';
import { BaselineIndex, OwnWorkload } from './traverse';
import { PlanInput } from './types';

/** An own workload with all that was found out about it. */
export interface OwnService extends OwnWorkload {
  readonly name: string;
  readonly asked: ServiceSpecification;
  /** As the baseline has them, before anything is changed. */
  readonly settings: readonly Setting[];
  readonly store: boolean;
  readonly consumption: Consumption;
  /** Wanted replicas; for a CronJob 0 means that it is suspended. */
  readonly replicas: number;
  /** Starts with nothing running because it would take the baseline's messages or run its jobs. */
  readonly paused: boolean;
}

/** A Service of the baseline whose name leads to it. */
export interface SharedName {
  readonly service: KubernetesObject;
  readonly name: string;
  readonly address: string;
  /** Workloads behind it in the baseline. */
  readonly workloads: readonly KubernetesObject[];
  readonly store: boolean;
}

/** What every part of the planner looks at. */
export interface PlanContext {
  readonly input: PlanInput;
  readonly index: BaselineIndex;
  readonly namespace: string;
  readonly clusterDomain: string;
  /** Undefined for a size that is not known; the plan then blocks. */
  readonly size?: Size;
  readonly own: readonly OwnService[];
  /** Names of Services that lead to own workloads. */
  readonly ownNames: ReadonlySet<string>;
  readonly shared: readonly SharedName[];
  readonly routes: readonly Route[];
  /** Addresses of the baseline that pass by the environment. */
  readonly addresses: BaselineAddresses;
}

/** The namespace of a plan. */
export function planNamespace(input: PlanInput): string {
  return namespaceName(input.specification.domain, input.specification.name);
}

/** A part of the planner that only looks. */
export type Trap = (context: PlanContext) => EnvironmentWarning[];
