import {
  ContainerImage,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';

/** What was seen to change on a workload's own object while it was watched. */
export type Sighting =
  | {
      readonly type: 'scaling';
      /** RFC 3339, by our own clock. */
      readonly at: string;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly type: 'release';
      readonly at: string;
      /** A Deployment's. */
      readonly revision?: number;
      readonly from: readonly ContainerImage[];
      readonly to: readonly ContainerImage[];
    };

/** What was seen of one workload, and since when it is watched. */
export interface WorkloadMemory {
  readonly since: string;
  /** Oldest first. */
  readonly sightings: readonly Sighting[];
}

/** What is known beside the rows of a namespace when its changes are told. */
export interface ChangesContext {
  readonly tier: string;
  /** By uid. */
  readonly memory: ReadonlyMap<string, WorkloadMemory>;
  /** The workloads whose changes are asked for, as they are now. */
  readonly workloads: readonly Workload[];
}

/** One point in the life of a workload from which on other pods were wanted. */
export interface ReleaseStep {
  /** Tells the steps of one workload apart. */
  readonly key: string;
  readonly at: string;
  readonly revision?: number;
  readonly images: readonly ContainerImage[];
  /** What ran before; undefined when nothing did, or it is not known. */
  readonly before?: {
    readonly images: readonly ContainerImage[];
    readonly restartedAt?: string;
  };
  readonly isFirst: boolean;
  readonly isRollback: boolean;
  readonly restartedAt?: string;
  readonly who?: string;
  readonly cause?: string;
}

/** A change of the number of replicas. */
export interface ScalingStep {
  readonly at: string;
  readonly from?: number;
  readonly to: number;
  readonly who?: string;
}
