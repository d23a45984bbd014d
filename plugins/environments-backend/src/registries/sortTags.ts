/** Tags that were built from one branch. */
export interface BranchTags {
  readonly branch: string;
  /** Of which one is the newest; when they were built tells which. */
  readonly candidates: readonly string[];
}

/** Tags by what they seem to be. */
export interface SortedTags {
  /** By the names of branches. */
  readonly branches: readonly BranchTags[];
  /** Releases, the newest first by their numbers, then what has no order. */
  readonly tags: readonly string[];
}

/** A commit gives no order, so when each was built has to be asked; more are not. */
const MOST_CANDIDATES = 4;

/** Numbers with dots, as releases are called; a longer number alone is a date or a build. */
const RELEASE = /^v?(\d{1,6}|\d+(?:\.\d+){1,3})(?:[-_+](.+))?$/i;
/** Signatures and what else is kept beside an image under a tag made of its digest. */
const ATTACHED = /^sha256-[0-9a-f]{64}/;
const COMMIT = /^(?:sha-)?[0-9a-f]{7,40}$/;
const MOVING = /^(?:latest|stable)$/;
/** A branch, then the commit or the moment of the build. */
const BUILT_FROM =
  /^(?<branch>.+?)[-.](?<build>\d{8,14}|(?=[a-f]*\d)[0-9a-f]{7,40})$/;

/**
 * Sorts the tags of a repository. A registry knows no branches: what looks neither like a release nor like a commit counts
 * as one.
 *
 * @param tags - in any order
 * @param branchTags - with the groups `branch` and `build`, where the company names its builds in another way
 */
export function sortTags(
  tags: readonly string[],
  branchTags: RegExp = BUILT_FROM,
): SortedTags {
  const releases: Release[] = [];
  const others: string[] = [];
  const branches = new Map<string, { tag: string; build?: string }[]>();
  for (const tag of tags.filter(one => !ATTACHED.test(one))) {
    const own = branchTags === BUILT_FROM ? undefined : branchTags.exec(tag);
    const release = own ? undefined : releaseOf(tag);
    if (release) {
      releases.push(release);
    } else if (!own && (COMMIT.test(tag) || MOVING.test(tag))) {
      others.push(tag);
    } else {
      const { branch = tag, build } =
        (own ?? branchTags.exec(tag))?.groups ?? {};
      const builds = branches.get(branch) ?? [];
      branches.set(branch, builds);
      builds.push({ tag, build });
    }
  }
  return {
    branches: [...branches]
      .map(([branch, builds]) => ({ branch, candidates: newestOf(builds) }))
      .sort((one, other) => (one.branch < other.branch ? -1 : 1)),
    tags: [
      ...releases.sort(newestFirst).map(one => one.tag),
      ...others.sort(
        (one, other) =>
          Number(MOVING.test(other)) - Number(MOVING.test(one)) ||
          (one < other ? -1 : 1),
      ),
    ],
  };
}

/** Numbered builds have an order; a tag that moves with its branch is the newest by itself. */
function newestOf(
  builds: readonly { readonly tag: string; readonly build?: string }[],
): string[] {
  const numbered = builds.filter(one => /^\d+$/.test(one.build ?? ''));
  if (numbered.length > 0) {
    const [newest] = numbered.sort((one, other) =>
      compareNumbers(other.build!, one.build!),
    );
    return [newest.tag];
  }
  const moving = builds.find(one => one.build === undefined);
  return moving
    ? [moving.tag]
    : builds.slice(-MOST_CANDIDATES).map(one => one.tag);
}

interface Release {
  readonly tag: string;
  readonly numbers: readonly string[];
  /** Parts of what stands behind the numbers; undefined for a release. */
  readonly rest?: readonly string[];
}

function releaseOf(tag: string): Release | undefined {
  const [, numbers, rest] = RELEASE.exec(tag) ?? [];
  return numbers === undefined
    ? undefined
    : { tag, numbers: numbers.split('.'), rest: rest?.split(/[.\-_+]/) };
}

/** By semantic versioning, with one to four numbers. */
function newestFirst(one: Release, other: Release): number {
  for (let at = 0; at < 4; at += 1) {
    const order = compareNumbers(
      other.numbers[at] ?? '0',
      one.numbers[at] ?? '0',
    );
    if (order !== 0) {
      return order;
    }
  }
  if (!one.rest || !other.rest) {
    return Number(Boolean(one.rest)) - Number(Boolean(other.rest));
  }
  for (let at = 0; at < one.rest.length || at < other.rest.length; at += 1) {
    const order = compareParts(other.rest[at], one.rest[at]);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

function compareParts(one: string | undefined, other: string | undefined) {
  if (one === undefined || other === undefined) {
    return Number(one !== undefined) - Number(other !== undefined);
  }
  const [isNumber, isOther] = [/^\d+$/.test(one), /^\d+$/.test(other)];
  if (isNumber && isOther) {
    return compareNumbers(one, other);
  }
  if (isNumber !== isOther) {
    return isNumber ? -1 : 1;
  }
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}

/** Of any length. */
function compareNumbers(one: string, other: string): number {
  const [a, b] = [one, other].map(text => text.replace(/^0+(?=\d)/, ''));
  if (a.length !== b.length) {
    return a.length - b.length;
  }
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
