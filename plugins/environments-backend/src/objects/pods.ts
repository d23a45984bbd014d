import { Json, JsonObject, KubernetesObject } from './types';

/** A variable of a container. */
export interface EnvVar {
  name: string;
  value?: string;
  valueFrom?: {
    configMapKeyRef?: KeyReference;
    secretKeyRef?: KeyReference;
    [other: string]: unknown;
  };
}

/** One key of a ConfigMap or Secret. */
export interface KeyReference {
  name?: string;
  key: string;
  optional?: boolean;
}

/** A whole ConfigMap or Secret. */
export interface NameReference {
  name?: string;
  optional?: boolean;
}

/** What a container asks for and may not exceed; quantities as texts. */
export interface Resources {
  requests?: Record<string, string | number>;
  limits?: Record<string, string | number>;
  [other: string]: unknown;
}

/** How a container is asked whether it is well. */
export interface Probe {
  exec?: { command?: string[] };
  [other: string]: unknown;
}

/** The fields of a container that the planner reads. */
export interface Container {
  name: string;
  image?: string;
  command?: string[];
  args?: string[];
  env?: EnvVar[];
  lifecycle?: { [hook: string]: { exec?: { command?: string[] } } };
  livenessProbe?: Probe;
  readinessProbe?: Probe;
  startupProbe?: Probe;
  envFrom?: {
    prefix?: string;
    configMapRef?: NameReference;
    secretRef?: NameReference;
  }[];
  ports?: { hostPort?: number; containerPort: number; name?: string }[];
  resources?: Resources;
  restartPolicy?: string;
  securityContext?: {
    privileged?: boolean;
    procMount?: string;
    capabilities?: { add?: string[] };
    windowsOptions?: { hostProcess?: boolean };
    [other: string]: unknown;
  };
  volumeMounts?: {
    name: string;
    mountPath: string;
    [other: string]: unknown;
  }[];
  [other: string]: unknown;
}

/** The fields of a volume that the planner reads. */
export interface Volume {
  name: string;
  configMap?: NameReference & { [other: string]: unknown };
  secret?: {
    secretName?: string;
    optional?: boolean;
    [other: string]: unknown;
  };
  projected?: {
    sources?: {
      configMap?: NameReference;
      secret?: NameReference;
      [other: string]: unknown;
    }[];
    [other: string]: unknown;
  };
  persistentVolumeClaim?: { claimName: string; [other: string]: unknown };
  hostPath?: unknown;
  azureFile?: { secretName?: string; [other: string]: unknown };
  csi?: {
    driver: string;
    nodePublishSecretRef?: { name?: string };
    volumeAttributes?: Record<string, string>;
    [other: string]: unknown;
  };
  ephemeral?: {
    volumeClaimTemplate?: { metadata?: unknown; spec?: JsonObject };
  };
  [other: string]: unknown;
}

/** The fields of a pod's specification that the planner reads. */
export interface PodSpec {
  containers: Container[];
  initContainers?: Container[];
  volumes?: Volume[];
  imagePullSecrets?: { name?: string }[];
  resourceClaims?: { resourceClaimTemplateName?: string }[];
  serviceAccountName?: string;
  serviceAccount?: string;
  hostNetwork?: boolean;
  hostPID?: boolean;
  hostIPC?: boolean;
  nodeSelector?: Record<string, string>;
  affinity?: {
    nodeAffinity?: unknown;
    podAffinity?: { [field: string]: unknown };
    podAntiAffinity?: unknown;
  };
  dnsPolicy?: string;
  dnsConfig?: {
    searches?: string[];
    nameservers?: string[];
    options?: { name: string; value?: string }[];
  };
  securityContext?: { windowsOptions?: { hostProcess?: boolean } };
  [other: string]: unknown;
}

/** The template of a workload's pods. */
export interface PodTemplate {
  metadata?: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    [other: string]: unknown;
  };
  spec: PodSpec;
}

/** Whether a value is an object with fields. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of fields; undefined where a field is missing. */
export function at(value: unknown, ...path: string[]): Json | undefined {
  let here: unknown = value;
  for (const field of path) {
    if (!isObject(here)) {
      return undefined;
    }
    here = here[field];
  }
  return here as Json | undefined;
}

/** Where a kind of workload keeps its template. */
const TEMPLATE_PATHS: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** The path of a workload's pod template, for sentences about a field. */
export function templatePath(kind: string): string {
  return (TEMPLATE_PATHS[kind] ?? []).join('.');
}

/** The pod template of a workload; undefined for other kinds and for objects without one. */
export function podTemplateOf(
  workload: KubernetesObject,
): PodTemplate | undefined {
  const path = TEMPLATE_PATHS[workload.kind];
  const template = path && at(workload, ...path);
  const containers = at(template, 'spec', 'containers');
  return isObject(template) &&
    Array.isArray(containers) &&
    containers.length > 0
    ? (template as unknown as PodTemplate)
    : undefined;
}

/** Every container of a pod, those that run first before the others. */
export function containersOf(spec: PodSpec): Container[] {
  return [...(spec.initContainers ?? []), ...spec.containers];
}

/**
 * The container that a version speaks of: the one named like the workload or its component, else the first.
 */
export function mainContainer(
  spec: PodSpec,
  names: readonly string[],
): Container {
  return (
    spec.containers.find(container => names.includes(container.name)) ??
    spec.containers[0]
  );
}
