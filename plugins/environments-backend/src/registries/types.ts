import { RegistryProblem as ToldProblem } from '@domaindeck/backstage-plugin-environments-common';

/** Tags of a repository. */
export interface TagList {
  readonly tags: readonly string[];
  /** Why there may be more; undefined for all of them. */
  readonly missing?: RegistryProblem;
}

/** Why a registry that is configured does not say what it was asked; the contract tells what each means. */
export type RegistryProblem = Exclude<ToldProblem, 'no-registry'>;

/** One registry. Every method throws a `RegistryError`. */
export interface Registry {
  /** As images name it. */
  readonly host: string;
  /** Splits a tag into the branch that it was built from and the build, where the operator says how. */
  readonly branchTags?: RegExp;
  /** All tags of a repository in the registry's own order. @throws RegistryError when not even the first page came */
  tags(path: string, signal?: AbortSignal): Promise<TagList>;
  /** @param reference - tag or digest */
  has(path: string, reference: string, signal?: AbortSignal): Promise<boolean>;
  /** When the image was built, in milliseconds since the epoch; undefined where it does not say. */
  builtAt(
    path: string,
    tag: string,
    signal?: AbortSignal,
  ): Promise<number | undefined>;
}
