import { Release } from '@domaindeck/backstage-plugin-workloads-common';

/** A release explains what begins soon after it; a day later other causes are as likely. */
const NEAR_MS = 24 * 60 * 60_000;

/** A release shortly before a moment. */
export interface PrecedingRelease {
  readonly release: Release;
  /** Milliseconds between the release and the moment. */
  readonly before: number;
  /** The release that it replaced, while the cluster keeps it. */
  readonly replaced?: Release;
}

/**
 * The release that was in force when something began, if it was made within a day before.
 * @param since - RFC 3339.
 */
export function precedingRelease(
  releases: readonly Release[],
  since: string | undefined,
): PrecedingRelease | undefined {
  const moment = since === undefined ? Number.NaN : Date.parse(since);
  const earlier = releases
    .filter(release => Date.parse(release.at) <= moment)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const [release, replaced] = earlier;
  if (!release) {
    return undefined;
  }
  const before = moment - Date.parse(release.at);
  return before <= NEAR_MS ? { release, before, replaced } : undefined;
}
