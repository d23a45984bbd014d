import { parse, SemVer } from 'semver';

/**
 * How a version lies to the version that it is compared with.
 *
 * - `same`: equal, also when only the spelling differs (`v1.2.0` and `1.2.0`)
 * - `ahead`, `behind`: newer or older; `releases` says by how many
 * - `unordered`: different, and nothing tells which is newer (a digest, a branch name, a commit)
 *
 * @public
 */
export interface Drift {
  readonly kind: 'same' | 'ahead' | 'behind' | 'unordered';
  /** Steps from the reference to the version; 0 when there is no direction. */
  readonly releases: number;
}

/**
 * Git abbreviates a commit to seven or more characters, and one in thirty is digits only. A longer number alone is
 * therefore taken for a commit or a date, which have no order here.
 */
const NUMBER_ALONE = /^\d{1,6}$/;
const DOTTED = /^\d+(\.\d+){1,2}(?:[-+].*)?$/;

/** Reads image tags as people write them: `v` in front, one to three numbers, a pre-release behind. */
function readVersion(text: string): SemVer | undefined {
  const version = text.trim().replace(/^v(?=\d)/i, '');
  if (!NUMBER_ALONE.test(version) && !DOTTED.test(version)) {
    return undefined;
  }
  const [, numbers, rest] = /^([\d.]+)(.*)$/.exec(version) ?? [];
  const padded = [...numbers.split('.'), '0', '0'].slice(0, 3).join('.');
  return parse(`${padded}${rest}`, { loose: true }) ?? undefined;
}

/**
 * Orders two versions by semantic versioning.
 *
 * @returns below 0 when `a` is older, 0 when they mean the same, above 0 when it is newer; undefined when they have no
 * order.
 * @public
 */
export function compareVersions(a: string, b: string): number | undefined {
  if (a === b) {
    return 0;
  }
  const left = readVersion(a);
  const right = readVersion(b);
  if (!left || !right) {
    return undefined;
  }
  const order = left.compare(right);
  // Builds of one version differ, and semantic versioning gives them no order.
  return order === 0 && left.compareBuild(right) !== 0 ? undefined : order;
}

/**
 * Says how far a version is from the reference, counted in the distinct versions that are known to exist between them.
 *
 * @param version - what runs here
 * @param reference - what runs in the environment that it is compared with
 * @param known - every version known of the service, in any order; duplicates and unordered ones do not count
 * @returns the version itself is one step, so `ahead` and `behind` are always at least 1
 * @public
 */
export function driftOf(
  version: string,
  reference: string,
  known: readonly string[],
): Drift {
  const order = compareVersions(version, reference);
  if (order === undefined) {
    return { kind: 'unordered', releases: 0 };
  }
  if (order === 0) {
    return { kind: 'same', releases: 0 };
  }
  const steps = new Set<string>();
  for (const text of [version, ...known]) {
    const fromReference = compareVersions(text, reference);
    const fromVersion = compareVersions(text, version);
    if (
      fromReference !== undefined &&
      fromVersion !== undefined &&
      fromReference * order > 0 &&
      fromVersion * order <= 0
    ) {
      steps.add(readVersion(text)?.version ?? text);
    }
  }
  return { kind: order > 0 ? 'ahead' : 'behind', releases: steps.size };
}
