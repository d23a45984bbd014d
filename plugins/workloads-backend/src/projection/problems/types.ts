import { ProblemCode } from '@domaindeck/backstage-plugin-workloads-common';
import { NodeRoom } from '../nodeRooms';
import { Family, Ownership } from '../ownership';
import { EventRow, PodRow } from '../rows';

/** What a sentence says beside its fixed words; goes out as `params` for translations. */
export type Facts = Readonly<Record<string, string | number>>;

/** A pod with what its problems are read from. */
export interface PodSight {
  readonly pod: PodRow;
  /** The warnings that the cluster still keeps of this pod. */
  readonly warnings: readonly EventRow[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How long a pod may take to get ready before that is a problem, in milliseconds. */
  readonly patience: number;
  /** Whether nobody puts another pod in its place. */
  readonly isAlone: boolean;
  /** What is left on the nodes of the cluster; asked for only where a pod finds none. */
  readonly roomOfNodes?: () => readonly NodeRoom[];
}

/** What is wrong with one pod or with the workload itself, before it is put in words. */
export interface Trouble {
  readonly code: ProblemCode;
  /** Whether it makes the workload failed; else it is at most degraded. */
  readonly failing: boolean;
  readonly container?: string;
  readonly since?: string;
  /** The cluster's own message. */
  readonly detail?: string;
  readonly facts: Facts;
}

/** Finds at most one trouble of a pod: the rules are asked in their order and the first answer counts. */
export type PodRule = (sight: PodSight) => Trouble | undefined;

/** A workload with what its problems are read from. */
export interface FamilySight {
  readonly family: Family;
  readonly warnings: Ownership['warnings'];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** As in {@link PodSight}. */
  readonly patience: number;
}

/** Finds what is wrong with a workload beyond its pods; `object` is `Kind/name`. */
export type FamilyRule = (
  sight: FamilySight,
) => readonly (Trouble & { readonly object: string })[];
