import {
  Workload,
  WorkloadEvent,
  workloadId,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Family, ownershipOf } from './ownership';
import { EventRow } from './rows';
import { NamespaceRows } from './types';

/**
 * The events of a namespace, each with the workload that owns its object, newest first.
 *
 * The same thing said again of the same object is one event: a reporter begins a new Event object when it restarts or
 * after some minutes of silence. Its id is that of the oldest.
 */
export function projectEvents(rows: NamespaceRows): WorkloadEvent[] {
  const owners = ownersOf(rows);
  const merged = new Map<string, WorkloadEvent>();
  for (const row of rows.events) {
    const event = projectEvent(rows, row, owners);
    const { object, type, reason, message } = event;
    const key = JSON.stringify([
      row.involved.uid,
      object.kind,
      object.name,
      type,
      reason,
      message,
    ]);
    const same = merged.get(key);
    merged.set(key, same ? mergeEvents(same, event) : event);
  }
  return [...merged.values()].sort(
    (a, b) => timeOf(b.lastAt) - timeOf(a.lastAt) || (a.id < b.id ? -1 : 1),
  );
}

/** The events of a workload and of all it owns, also of pods that are gone; newest first. */
export function eventsOfWorkload(
  rows: NamespaceRows,
  workload: Pick<Workload, 'id'>,
): WorkloadEvent[] {
  return projectEvents(rows).filter(event => event.workload === workload.id);
}

interface Owners {
  readonly byUid: ReadonlyMap<string, string>;
  /** By `Kind/name`, for events that bear no uid; and `Pod/<prefix>` for the pods that were. */
  readonly byName: ReadonlyMap<string, string>;
}

function ownersOf(rows: NamespaceRows): Owners {
  const { cluster, namespace } = rows;
  const byUid = new Map<string, string>();
  const byName = new Map<string, string>();
  const { families } = ownershipOf(rows);
  for (const family of families) {
    const { kind, name } = family.root;
    const id = workloadId({ cluster, namespace, kind, name });
    for (const member of membersOf(family)) {
      byUid.set(member.uid, id);
      byName.set(`${member.kind}/${member.name}`, id);
    }
    for (const creator of [
      family.root,
      ...family.replicaSets,
      ...family.jobs,
    ]) {
      byName.set(`Pod/${creator.name}-*`, id);
    }
  }
  return { byUid, byName };
}

function membersOf(family: Family) {
  const { root, replicaSets, jobs, pods, autoscaler } = family;
  return [
    root,
    ...replicaSets,
    ...jobs,
    ...pods.map(({ uid, name }) => ({ uid, name, kind: 'Pod' })),
    ...(autoscaler
      ? [
          {
            uid: autoscaler.uid,
            name: autoscaler.name,
            kind: 'HorizontalPodAutoscaler',
          },
        ]
      : []),
  ];
}

/** A pod's name is its creator's, a dash, and five random characters or a StatefulSet's ordinal. */
function creatorKey(podName: string): string {
  return `Pod/${podName.replace(/-(?:[a-z0-9]{5}|\d+)$/, '')}-*`;
}

function projectEvent(
  { cluster, namespace }: NamespaceRows,
  row: EventRow,
  owners: Owners,
): WorkloadEvent {
  const { kind, name, uid } = row.involved;
  const workload =
    owners.byUid.get(uid) ??
    owners.byName.get(`${kind}/${name}`) ??
    (kind === 'Pod' ? owners.byName.get(creatorKey(name)) : undefined);
  return {
    id: `${cluster}/${row.uid}`,
    cluster,
    namespace,
    type: row.type,
    reason: row.reason,
    message: row.message,
    object: { kind, name },
    ...(workload !== undefined && { workload }),
    count: row.count,
    ...(row.firstAt !== undefined && { firstAt: row.firstAt }),
    ...(row.lastAt !== undefined && { lastAt: row.lastAt }),
    ...(row.source !== undefined && { source: row.source }),
  };
}

function mergeEvents(a: WorkloadEvent, b: WorkloadEvent): WorkloadEvent {
  const [older, newer] =
    timeOf(a.firstAt) <= timeOf(b.firstAt) ? [a, b] : [b, a];
  const lastAt =
    timeOf(older.lastAt) > timeOf(newer.lastAt) ? older.lastAt : newer.lastAt;
  return {
    ...older,
    count: a.count + b.count,
    ...(lastAt !== undefined && { lastAt }),
  };
}

function timeOf(time: string | undefined): number {
  return time === undefined ? 0 : Date.parse(time);
}
