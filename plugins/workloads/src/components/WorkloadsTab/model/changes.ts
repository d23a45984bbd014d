import {
  Change,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';

/** The newest change of each workload that has one, by the id of the workload. */
export type ChangesByWorkload = ReadonlyMap<string, Change>;

/** Puts changes, newest first, where their workload finds them. */
export function byWorkload(changes: readonly Change[]): ChangesByWorkload {
  const newest = new Map<string, Change>();
  for (const change of changes) {
    if (!newest.has(change.workload)) {
      newest.set(change.workload, change);
    }
  }
  return newest;
}

/** The newest change among workloads; undefined when none of them changed. */
export function newestOf(
  workloads: readonly Workload[],
  changes: ChangesByWorkload,
): Change | undefined {
  return workloads
    .flatMap(({ id }) => changes.get(id) ?? [])
    .reduce<Change | undefined>(
      (newest, change) => (newest && newest.at >= change.at ? newest : change),
      undefined,
    );
}

/** Changes whenever a release or a scaling may have happened. */
export function changeKeyOf(workloads: readonly Workload[]): string {
  let latest = '';
  let wanted = 0;
  for (const { changedAt, replicas } of workloads) {
    wanted += replicas.desired;
    if (changedAt && changedAt > latest) {
      latest = changedAt;
    }
  }
  return `${latest} ${workloads.length} ${wanted}`;
}
