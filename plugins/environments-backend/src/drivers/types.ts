import { ObjectRef } from '@domaindeck/backstage-plugin-environments-common';
import { Baseline, ClusterFacts } from '../clone';
import { KubernetesObject } from '../objects';

/** Where an object lies; without a namespace it is the cluster's. */
export interface ObjectPlace extends ObjectRef {
  readonly namespace?: string;
}

/** What the driver has seen of all environments of a cluster in one look. */
export interface ClusterSight {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Namespaces with the label of an environment. */
  readonly namespaces: readonly KubernetesObject[];
  /** Deployments, StatefulSets, DaemonSets and CronJobs with the label of an environment. */
  readonly workloads: readonly KubernetesObject[];
}

/** What a plan reads of a cluster. */
export interface ClusterRead {
  readonly baseline: Baseline;
  readonly facts: Pick<ClusterFacts, 'namespaces' | 'hostsInUse'>;
}

/**
 * Reads and writes one cluster with the portal's own account, never as a person. The only place from which environments
 * are written; it touches no namespace on its own account, so the caller has asked `guardNamespace` before.
 *
 * @throws DriverError when the API server refuses or does not answer
 */
export interface ClusterDriver {
  readonly cluster: string;
  /** The live baseline; Secrets come with their keys and without values. Optional kinds that are missing are left out. */
  baseline(namespace: string, signal?: AbortSignal): Promise<Baseline>;
  /** What the whole cluster knows: namespaces, hosts in use. */
  facts(
    signal?: AbortSignal,
  ): Promise<Pick<ClusterFacts, 'namespaces' | 'hostsInUse'>>;
  /** Namespaces that carry a label, whatever its value. */
  labelledNamespaces(
    label: string,
    signal?: AbortSignal,
  ): Promise<KubernetesObject[]>;
  /** Makes an object that must not be there yet. @throws DriverError 409 `AlreadyExists` when it is */
  create(
    object: KubernetesObject,
    signal?: AbortSignal,
  ): Promise<KubernetesObject>;
  /** Server-side apply with our field manager and `force`. @returns the object as the cluster holds it, Secrets redacted */
  apply(
    object: KubernetesObject,
    options?: { readonly dryRun?: boolean; readonly signal?: AbortSignal },
  ): Promise<KubernetesObject>;
  /** @returns undefined when it is not there; Secrets redacted */
  get(
    place: ObjectPlace,
    signal?: AbortSignal,
  ): Promise<KubernetesObject | undefined>;
  /**
   * Everything in a namespace of the kinds that are applied: those of BASELINE_KINDS, ResourceQuota and LimitRange.
   * Secrets redacted.
   */
  list(namespace: string, signal?: AbortSignal): Promise<KubernetesObject[]>;
  /** Deletes one object that has this uid; an object that is gone or has another uid is no error. */
  remove(
    place: ObjectPlace,
    uid: string,
    signal?: AbortSignal,
  ): Promise<'deleted' | 'absent'>;
  /** Sets annotations and fields of `spec` of a workload by a merge patch; null removes. */
  patchWorkload(
    place: ObjectPlace,
    change: {
      readonly annotations: Readonly<Record<string, string | undefined>>;
      readonly spec: Readonly<Record<string, unknown>>;
    },
    signal?: AbortSignal,
  ): Promise<KubernetesObject>;
  /**
   * Copies the data of a Secret of the baseline into one that was planned, within the driver: nothing of it is returned,
   * logged or kept.
   *
   * @param manifest - the planned Secret, without data
   * @returns the object, redacted, and a keyed hash of what was copied
   */
  copySecret(
    source: { readonly namespace: string; readonly name: string },
    manifest: KubernetesObject,
    signal?: AbortSignal,
  ): Promise<{ object: KubernetesObject; digest: string }>;
  /** Puts values that a person gave into a Secret. Nothing of them is returned, logged or kept. */
  putSecret(
    manifest: KubernetesObject,
    values: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<KubernetesObject>;
  /** Keyed hashes of Secrets, to compare; a name without a Secret is left out. */
  secretDigests(
    namespace: string,
    names: readonly string[],
    signal?: AbortSignal,
  ): Promise<Readonly<Record<string, string>>>;
  /** Pods of a namespace, and its events, to explain what is waited for. */
  waiting(
    namespace: string,
    signal?: AbortSignal,
  ): Promise<{
    readonly pods: readonly KubernetesObject[];
    readonly events: readonly KubernetesObject[];
  }>;
  /** The last line that a crashed container wrote; undefined when there is none. At most 500 characters. */
  lastLine(
    namespace: string,
    pod: string,
    container: string,
    signal?: AbortSignal,
  ): Promise<string | undefined>;
  /**
   * One text for everything of a namespace that is cloned, by names, uids and versions of wishes: as long as it is the
   * same nobody has changed a baseline. Reads names and versions only, and parses what has changed only.
   */
  print(namespace: string, signal?: AbortSignal): Promise<string>;
  /** Settings and Services that all environments have for themselves, without their content; a few lists by label. */
  clones(signal?: AbortSignal): Promise<readonly KubernetesObject[]>;
  /** One look over all environments: a few lists by label, however many there are. */
  sight(signal?: AbortSignal): Promise<ClusterSight>;
}

/** The drivers by cluster. */
export interface ClusterDrivers {
  /** Only clusters with `selfService: true`; undefined for any other. */
  get(cluster: string): ClusterDriver | undefined;
  list(): readonly ClusterDriver[];
}
