import { PlannedEvent } from '../ControllerContext';
import { PodStatus } from '../objects';
import { Look } from './unmetNeeds';

/** Where a pod stands in its life. */
export type PodStep =
  | 'unscheduled'
  | 'pulling'
  | 'initializing'
  | 'starting'
  | 'unready'
  | 'running'
  | 'backing-off'
  | 'stopping'
  | 'done';

/** What is known of a pod beside its object. */
export interface PodMemory {
  readonly step: PodStep;
  /** When the step ends, in milliseconds since 1970; undefined when nothing will happen by itself. */
  readonly dueAt: number | undefined;
  /** How often its first container has ended. */
  readonly ends: number;
  /** How often its image could not be pulled. */
  readonly failedPulls: number;
}

/** One step of a pod's life. */
export interface PodMove {
  readonly memory: PodMemory;
  readonly status?: PodStatus;
  readonly nodeName?: string;
  readonly events: readonly PlannedEvent[];
  /** The pod is gone. */
  readonly gone?: boolean;
}

/** What a step may use. */
export interface PodSurroundings {
  readonly now: number;
  readonly visibleFrom: number;
  readonly random: () => number;
  /** Names of the nodes that take pods. */
  readonly nodes: readonly string[];
  /** Events older than this are of no use to anybody, in milliseconds. */
  readonly eventLifetime: number;
  /** Gives what lies beside the pod. */
  readonly look: Look;
}
