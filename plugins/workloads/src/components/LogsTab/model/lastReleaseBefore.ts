import { Change, LogPod } from '@domaindeck/backstage-plugin-workloads-common';

/** A step from one version to the next. */
export interface LastRelease {
  readonly from: string;
  readonly to: string;
  /** RFC 3339. */
  readonly at: string;
}

/** The latest change of version at or before the moment when a pod came to be. */
export function lastReleaseBefore(
  changes: readonly Change[],
  pod: Pick<LogPod, 'workload' | 'createdAt'>,
): LastRelease | undefined {
  const before = Date.parse(pod.createdAt ?? '');
  const steps = changes.flatMap(change =>
    change.type === 'release' &&
    change.workload === pod.workload &&
    change.from !== undefined &&
    change.from !== change.to &&
    !(Date.parse(change.at) > before)
      ? [{ from: change.from, to: change.to, at: change.at }]
      : [],
  );
  return steps.sort((a, b) => b.at.localeCompare(a.at, 'en'))[0];
}
