/** How what is held differs from what a cluster listed, as uids. */
export interface VersionDifference {
  /** Listed, but not held. */
  readonly missing: readonly string[];
  /** Held, but not listed. */
  readonly gone: readonly string[];
  /** Held in another version. */
  readonly outdated: readonly string[];
}

/**
 * Compares versions by uid. Versions are opaque: they are equal or not.
 *
 * @param changing - uids that changed meanwhile, of which nothing can be said
 */
export function compareVersions(
  held: ReadonlyMap<string, string>,
  listed: ReadonlyMap<string, string>,
  changing: ReadonlySet<string>,
): VersionDifference {
  const settled = (uids: Iterable<string>) =>
    [...uids].filter(uid => !changing.has(uid));
  return {
    missing: settled(listed.keys()).filter(uid => !held.has(uid)),
    gone: settled(held.keys()).filter(uid => !listed.has(uid)),
    outdated: settled(listed.keys()).filter(
      uid => held.has(uid) && held.get(uid) !== listed.get(uid),
    ),
  };
}
