import {
  ContainerImage,
  Container,
} from '@domaindeck/backstage-plugin-workloads-common';

/**
 * What the cache keeps of an object: enough for tables, about 1 KB, never the whole object and never a secret's data.
 * A row is made once, when its object is parsed; it is never changed.
 */
export interface Row {
  readonly uid: string;
  /** Empty for cluster-scoped kinds. */
  readonly namespace: string;
  readonly name: string;
  /** Opaque: only ever compared for equality. */
  readonly resourceVersion: string;
  /** RFC 3339. */
  readonly createdAt?: string;
}

/** The controller that owns an object. */
export interface OwnerReference {
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
}

export interface NamespaceRow extends Row {
  readonly terminating: boolean;
  readonly labels: Readonly<Record<string, string>>;
  /** Only annotations under `domaindeck.io/`. */
  readonly annotations: Readonly<Record<string, string>>;
}

export interface ConditionRow {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason?: string;
  readonly message?: string;
  readonly since?: string;
}

export interface PodRow extends Row {
  readonly owner?: OwnerReference;
  readonly labels: Readonly<Record<string, string>>;
  readonly phase: string;
  /** Reason on the pod itself, such as Evicted. */
  readonly reason?: string;
  readonly message?: string;
  readonly node?: string;
  readonly startedAt?: string;
  readonly deletingSince?: string;
  /** When a pod that is being deleted should be gone: the request plus its grace period. */
  readonly deleteBy?: string;
  readonly containers: readonly Container[];
  readonly conditions: readonly ConditionRow[];
  /** Whether it is meant to end: its restart policy is not Always. */
  readonly isTask?: boolean;
  /** Names of the volume claims that it mounts; absent when there are none. */
  readonly claims?: readonly string[];
}

/** Deployment, StatefulSet, DaemonSet, Job, CronJob and ReplicaSet share this shape. */
export interface WorkloadRow extends Row {
  readonly kind: string;
  readonly owner?: OwnerReference;
  readonly labels: Readonly<Record<string, string>>;
  /** Only the annotations that the projection reads (revision, change-cause, managers). */
  readonly annotations: Readonly<Record<string, string>>;
  /** When its deletion was asked for; what it owns, or a finalizer, keeps it until then. */
  readonly deletingSince?: string;
  readonly generation?: number;
  readonly observedGeneration?: number;
  readonly images: readonly ContainerImage[];
  /** `spec.replicas`, a Job's completions, a DaemonSet's desiredNumberScheduled. */
  readonly desired: number;
  readonly current: number;
  readonly ready: number;
  readonly updated: number;
  readonly available: number;
  readonly failedPods?: number;
  readonly suspended: boolean;
  /** Whether a Deployment is paused; a paused rollout is not a stuck one. */
  readonly paused: boolean;
  readonly conditions: readonly ConditionRow[];
  readonly revision?: number;
  /** A ReplicaSet: the revisions that it was before it was taken into use again, oldest first. */
  readonly earlierRevisions?: readonly number[];
  /** When a person last asked for new pods of the same template, as written into it. */
  readonly restartedAt?: string;
  /** StatefulSet: current and update revision names. */
  readonly currentRevision?: string;
  readonly updateRevision?: string;
  readonly updateStrategy?: string;
  readonly partition?: number;
  readonly schedule?: string;
  readonly lastRunAt?: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly progressDeadlineSeconds?: number;
  /** How long a pod must have been ready to count as available; absent when that is at once. */
  readonly minReadySeconds?: number;
}

export interface AutoscalerRow extends Row {
  readonly target: { readonly kind: string; readonly name: string };
  readonly min: number;
  readonly max: number;
  readonly current: number;
  readonly desired: number;
  readonly metrics: readonly {
    readonly name: string;
    readonly current?: string;
    readonly target?: string;
  }[];
  readonly conditions: readonly ConditionRow[];
}

/** CPU in cores, memory in bytes, and a number of pods. */
export interface Resources {
  readonly cpu: number;
  readonly memory: number;
  readonly pods: number;
}

export interface NodeRow extends Row {
  readonly ready: boolean;
  readonly cordoned: boolean;
  readonly reason?: string;
  readonly since?: string;
  readonly kubeletVersion?: string;
  /** What pods may ask for together: cores, bytes, and their number. */
  readonly allocatable?: Resources;
}

export interface EventRow extends Row {
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  readonly involved: OwnerReference;
  readonly count: number;
  readonly firstAt?: string;
  /** lastTimestamp, else series.lastObservedTime, else eventTime, else the creation: events lack each of them. */
  readonly lastAt?: string;
  readonly source?: string;
}

/** The kinds that are watched, by their plural resource name. */
export interface RowTypes {
  namespaces: NamespaceRow;
  pods: PodRow;
  deployments: WorkloadRow;
  replicasets: WorkloadRow;
  statefulsets: WorkloadRow;
  daemonsets: WorkloadRow;
  jobs: WorkloadRow;
  cronjobs: WorkloadRow;
  horizontalpodautoscalers: AutoscalerRow;
  nodes: NodeRow;
  events: EventRow;
}

export type WatchedResource = keyof RowTypes;
