import { KubernetesObject, PodTemplate } from '../../objects';

/** A workload that runs only for the environment. */
export interface OwnWorkload {
  readonly workload: KubernetesObject;
  readonly template: PodTemplate;
  /** False for a store that is taken along empty. */
  readonly chosen: boolean;
  /** Services whose selector matches its pods. */
  readonly services: readonly KubernetesObject[];
}

/** An object of the baseline that is needed, and by whom. */
export interface Needed {
  readonly object: KubernetesObject;
  /** Names of the own workloads that need it. */
  readonly by: readonly string[];
}

/** A Secret that is needed, whether or not it may be copied. */
export interface NeededSecret {
  readonly name: string;
  /** Without values; undefined where the baseline has none of this name. */
  readonly object?: KubernetesObject;
  /** Keys that are read one by one. */
  readonly keys: readonly string[];
  readonly by: readonly string[];
  readonly optional: boolean;
}

/** Something that is named and that the baseline does not have. */
export interface Missing {
  readonly kind: string;
  readonly name: string;
  readonly by: readonly string[];
}
