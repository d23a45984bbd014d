import { KubernetesObject } from '../model/KubernetesObject';

/** A condition of any object; times as in {@link ObjectMeta}. */
export interface Condition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionTime: string;
  readonly lastUpdateTime?: string;
  readonly lastProbeTime?: string | null;
}

/** A ConfigMap or a Secret, or a key of one. */
export interface Reference {
  readonly name?: string;
  readonly key?: string;
  readonly optional?: boolean;
}

export interface ContainerSpec {
  readonly name: string;
  readonly image: string;
  readonly env?: readonly {
    readonly name: string;
    readonly value?: string;
    readonly valueFrom?: {
      readonly configMapKeyRef?: Reference;
      readonly secretKeyRef?: Reference;
    };
  }[];
  readonly envFrom?: readonly {
    readonly configMapRef?: Reference;
    readonly secretRef?: Reference;
  }[];
}

export interface Volume {
  readonly name: string;
  readonly configMap?: Reference;
  readonly secret?: {
    readonly secretName?: string;
    readonly optional?: boolean;
  };
  readonly persistentVolumeClaim?: { readonly claimName: string };
}

export interface PodSpec {
  readonly containers: readonly ContainerSpec[];
  readonly initContainers?: readonly ContainerSpec[];
  readonly volumes?: readonly Volume[];
  readonly nodeName?: string;
  readonly restartPolicy?: string;
}

export interface PodTemplate {
  readonly metadata?: {
    readonly labels?: Record<string, string>;
    readonly annotations?: Record<string, string>;
  };
  readonly spec: PodSpec;
}

export interface Terminated {
  readonly exitCode: number;
  readonly reason: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly containerID: string;
}

export interface ContainerState {
  readonly waiting?: { readonly reason: string; readonly message?: string };
  readonly running?: { readonly startedAt: string };
  readonly terminated?: Terminated;
}

export interface ContainerStatus {
  readonly name: string;
  readonly image: string;
  readonly imageID: string;
  readonly containerID?: string;
  readonly ready: boolean;
  readonly started: boolean;
  readonly restartCount: number;
  readonly state: ContainerState;
  readonly lastState: ContainerState;
}

export interface PodStatus {
  readonly phase: string;
  readonly conditions?: readonly Condition[];
  readonly containerStatuses?: readonly ContainerStatus[];
  readonly initContainerStatuses?: readonly ContainerStatus[];
  readonly startTime?: string;
  readonly hostIP?: string;
  readonly podIP?: string;
  readonly podIPs?: readonly { readonly ip: string }[];
  readonly qosClass?: string;
}

export interface Pod extends KubernetesObject {
  spec: PodSpec;
  status: PodStatus;
}

/** Deployment, ReplicaSet and StatefulSet, as far as their controllers read them. */
export interface ReplicatedWorkload extends KubernetesObject {
  spec: {
    replicas: number;
    selector: { matchLabels?: Record<string, string> };
    template: PodTemplate;
    paused?: boolean;
    revisionHistoryLimit?: number;
    progressDeadlineSeconds?: number;
    strategy?: {
      type: string;
      rollingUpdate?: {
        maxSurge?: number | string;
        maxUnavailable?: number | string;
      };
    };
    updateStrategy?: { type: string; rollingUpdate?: { partition?: number } };
    podManagementPolicy?: string;
  };
  status: Record<string, unknown> & { conditions?: readonly Condition[] };
}

export interface Job extends KubernetesObject {
  spec: {
    completions: number;
    parallelism: number;
    backoffLimit: number;
    suspend: boolean;
    template: PodTemplate;
  };
  status: Record<string, unknown> & { conditions?: readonly Condition[] };
}

export interface CronJob extends KubernetesObject {
  spec: {
    schedule: string;
    suspend: boolean;
    concurrencyPolicy: string;
    successfulJobsHistoryLimit: number;
    failedJobsHistoryLimit: number;
    jobTemplate: {
      metadata?: KubernetesObject['metadata'];
      spec: Record<string, unknown>;
    };
  };
  status: { lastScheduleTime?: string; [field: string]: unknown };
}

/** Whether a pod still counts: neither finished nor on its way out. */
export function isActive(pod: Pod): boolean {
  return (
    !pod.metadata.deletionTimestamp &&
    pod.status.phase !== 'Succeeded' &&
    pod.status.phase !== 'Failed'
  );
}

/** Whether a pod passes its ready check. */
export function isReady(pod: Pod): boolean {
  return (
    pod.status.conditions?.some(
      condition => condition.type === 'Ready' && condition.status === 'True',
    ) ?? false
  );
}
