/** Tags of a repository. */
export interface TagList {
  readonly tags: readonly string[];
  /** Why there may be more; undefined for all of them. */
  readonly missing?: RegistryProblem;
}

/**
 * Why a registry does not say what it was asked:
 *
 * - `not-found`: it has no such repository or image
 * - `unauthorized`, `forbidden`: it wants credentials, or others
 * - `rate-limited`: it was asked too often
 * - `server-error`: it failed
 * - `unreachable`, `timeout`: it does not answer, or not in time
 * - `not-a-registry`: what answers is none, or broken
 * - `elsewhere`: it leads to a place that is not configured
 * - `too-many`: it lists more than is read
 */
export type RegistryProblem =
  | 'not-found'
  | 'unauthorized'
  | 'forbidden'
  | 'rate-limited'
  | 'server-error'
  | 'unreachable'
  | 'timeout'
  | 'not-a-registry'
  | 'elsewhere'
  | 'too-many';

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
