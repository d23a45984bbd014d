import {
  Drift,
  driftOf,
  Health,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Column } from './columns';

/** How urgent a state is; the lower, the sooner it must be seen. */
const URGENCY: Record<Health, number> = {
  failed: 0,
  degraded: 1,
  progressing: 2,
  unknown: 3,
  suspended: 4,
  healthy: 5,
};

/** How urgent a state is; a state that this version does not know comes last. */
export function urgencyOf(health: Health): number {
  return URGENCY[health] ?? 6;
}

/**
 * What stands where a service meets an environment: nothing yet (`loading`), nothing at all (`absent`), or workloads.
 */
export type Cell =
  | { readonly kind: 'loading' | 'absent' }
  | {
      readonly kind: 'workloads';
      /** The one that must be seen first. */
      readonly lead: Workload;
      /** How many more there are. */
      readonly more: number;
      readonly all: readonly Workload[];
      /** `unknown` when the cluster is silent, whatever it said last. */
      readonly health: Health;
      /** Undefined in the reference column, and where there is no reference. */
      readonly drift?: Drift;
    };

/** A cell before its version is compared. */
export function buildCell(
  workloads: readonly Workload[],
  column: Column,
): Cell {
  if (workloads.length === 0) {
    return { kind: column.connecting ? 'loading' : 'absent' };
  }
  const all = [...workloads].sort(
    (a, b) =>
      urgencyOf(a.health) - urgencyOf(b.health) ||
      a.name.localeCompare(b.name) ||
      a.kind.localeCompare(b.kind),
  );
  const [lead] = all;
  return {
    kind: 'workloads',
    lead,
    more: all.length - 1,
    all,
    health: column.silent ? 'unknown' : lead.health,
  };
}

/** Compares the cells of a row with its cell in the reference column. */
export function compareCells(
  cells: readonly Cell[],
  columns: readonly Column[],
  known: readonly string[],
): readonly Cell[] {
  const reference = cells[columns.findIndex(column => column.isReference)];
  if (reference?.kind !== 'workloads') {
    return cells;
  }
  return cells.map(cell => {
    if (cell.kind !== 'workloads' || cell === reference) {
      return cell;
    }
    // Of several workloads the same one is compared, not the two that happen to lead.
    const counterpart =
      reference.all.find(
        other => other.name === cell.lead.name && other.kind === cell.lead.kind,
      ) ?? reference.lead;
    const drift = driftOf(cell.lead.version, counterpart.version, known);
    return { ...cell, drift };
  });
}

/** Whether the cell shows another version than the reference. */
export function isDrifted(cell: Cell): boolean {
  return (
    cell.kind === 'workloads' &&
    cell.drift !== undefined &&
    cell.drift.kind !== 'same'
  );
}

/** Whether the cell needs a person. A silent cluster is no problem of a service. */
export function isProblem(cell: Cell): boolean {
  return (
    cell.kind === 'workloads' &&
    (cell.health === 'failed' || cell.health === 'degraded')
  );
}
