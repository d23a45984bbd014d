import { podAsWorkload } from './podAsWorkload';
import { AutoscalerRow, EventRow, PodRow, WorkloadRow } from './rows';
import { NamespaceRows } from './types';

/** A workload with all that it owns. */
export interface Family {
  readonly root: WorkloadRow;
  /** Of it and of its ReplicaSets and Jobs, by name. */
  readonly pods: readonly PodRow[];
  /** A Deployment's, newest revision first. */
  readonly replicaSets: readonly WorkloadRow[];
  /** A CronJob's, newest first; a Job's own row for a Job. */
  readonly jobs: readonly WorkloadRow[];
  readonly autoscaler?: AutoscalerRow;
}

/** The families of a namespace and its warnings, found once for all of them. */
export interface Ownership {
  /** By kind, then name. */
  readonly families: readonly Family[];
  /** The warnings on an object, by its uid. */
  readonly warnings: ReadonlyMap<string, readonly EventRow[]>;
}

/**
 * Follows controller references, by uid, from pods and ReplicaSets and Jobs to what a person calls a workload.
 *
 * What is owned by a controller that is not among the rows (a custom kind, or one that our credentials may not read)
 * stands for itself, so that nothing that runs is hidden. Its emptied ReplicaSets are left out: they are history.
 */
export function ownershipOf(rows: NamespaceRows): Ownership {
  const podsByOwner = byOwner(rows.pods);
  const replicaSetsByOwner = byOwner(rows.replicasets);
  const jobsByOwner = byOwner(rows.jobs);
  const autoscalers = new Map(
    rows.horizontalpodautoscalers.map(row => [
      `${row.target.kind}/${row.target.name}`,
      row,
    ]),
  );
  const known = new Set(
    [
      rows.deployments,
      rows.replicasets,
      rows.statefulsets,
      rows.daemonsets,
      rows.jobs,
      rows.cronjobs,
    ].flatMap(kind => kind.map(row => row.uid)),
  );
  const isRoot = (row: PodRow | WorkloadRow) =>
    row.owner === undefined || !known.has(row.owner.uid);

  const familyOf = (root: WorkloadRow): Family => {
    const replicaSets = [...(replicaSetsByOwner.get(root.uid) ?? [])].sort(
      byRevision,
    );
    const jobs =
      root.kind === 'Job'
        ? [root]
        : [...(jobsByOwner.get(root.uid) ?? [])].sort(newestFirst);
    const owners = new Set([root, ...replicaSets, ...jobs]);
    return {
      root,
      replicaSets,
      jobs,
      pods: [...owners]
        .flatMap(owner => podsByOwner.get(owner.uid) ?? [])
        .sort((a, b) => compareText(a.name, b.name)),
      autoscaler: autoscalers.get(`${root.kind}/${root.name}`),
    };
  };
  const families = [
    ...rows.deployments,
    ...rows.statefulsets,
    ...rows.daemonsets,
    ...rows.cronjobs,
    ...rows.jobs.filter(isRoot),
    ...rows.replicasets.filter(
      row => isRoot(row) && (row.owner === undefined || isInUse(row)),
    ),
  ].map(familyOf);
  const loose = rows.pods.filter(isRoot).map(pod => ({
    root: podAsWorkload(pod),
    pods: [pod],
    replicaSets: [],
    jobs: [],
  }));
  return {
    families: [...families, ...loose].sort(
      (a, b) =>
        compareText(a.root.kind, b.root.kind) ||
        compareText(a.root.name, b.root.name),
    ),
    warnings: warningsByObject(rows.events),
  };
}

function isInUse(replicaSet: WorkloadRow): boolean {
  return replicaSet.desired > 0 || replicaSet.current > 0;
}

/** By UTF-16 code units: the same on every machine, and fast. */
function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

function newestFirst(a: WorkloadRow, b: WorkloadRow): number {
  return (
    timeOf(b.createdAt) - timeOf(a.createdAt) || compareText(b.name, a.name)
  );
}

function byRevision(a: WorkloadRow, b: WorkloadRow): number {
  return (b.revision ?? 0) - (a.revision ?? 0) || newestFirst(a, b);
}

function timeOf(time: string | undefined): number {
  return time === undefined ? 0 : Date.parse(time);
}

function byOwner<T extends PodRow | WorkloadRow>(
  rows: readonly T[],
): Map<string, T[]> {
  const owned = new Map<string, T[]>();
  for (const row of rows) {
    if (row.owner) {
      const siblings = owned.get(row.owner.uid);
      if (siblings) {
        siblings.push(row);
      } else {
        owned.set(row.owner.uid, [row]);
      }
    }
  }
  return owned;
}

function warningsByObject(
  events: readonly EventRow[],
): Map<string, EventRow[]> {
  const warnings = new Map<string, EventRow[]>();
  for (const event of events) {
    if (event.type === 'Warning' && event.involved.uid !== '') {
      const others = warnings.get(event.involved.uid);
      if (others) {
        others.push(event);
      } else {
        warnings.set(event.involved.uid, [event]);
      }
    }
  }
  return warnings;
}
