import { KubernetesObject } from '../model/KubernetesObject';

/**
 * What a cluster is filled with.
 * @public
 */
export interface World {
  /** The cluster's name. */
  readonly name: string;
  /** Such as `v1.36.3`. */
  readonly kubernetesVersion: string;
  /** How many nodes stand there; they are made up, as manifests of nodes would do harm in a real cluster. */
  readonly nodes: number;
  /** Plain manifests, as kubectl would apply them. */
  readonly manifests: readonly KubernetesObject[];
}
