import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { Cell, isDrifted, isProblem } from '../../parts/model/cells';
import { ChangesByWorkload } from './changes';
import { Row } from '../../parts/model/rows';
import { ViewState } from '../../parts/model/viewState';

/** The part of the view that hides. */
export type Filter = Pick<ViewState, 'q' | 'health' | 'problems' | 'drifted'>;

/** Whether the text is in the name of the workload, of one of its pods, or in an image. */
export function workloadContains(workload: Workload, text: string): boolean {
  return (
    contains(workload.name, text) ||
    workload.images.some(({ image }) => contains(image, text)) ||
    (workload.pods ?? []).some(pod => contains(pod.name, text))
  );
}

/**
 * Whether one cell passes everything but the search.
 *
 * @param changes - What changed; undefined while that is not asked or not known.
 */
export function cellPasses(
  cell: Cell,
  state: Filter,
  changes?: ChangesByWorkload,
): boolean {
  if (cell.kind !== 'workloads') {
    return (
      !state.problems && !state.drifted && !changes && state.health.length === 0
    );
  }
  return (
    (!state.problems || isProblem(cell)) &&
    (!state.drifted || isDrifted(cell)) &&
    (!changes || cell.all.some(({ id }) => changes.has(id))) &&
    (state.health.length === 0 || state.health.includes(cell.health))
  );
}

/** Whether the search finds the row: by the service's own name, or by what runs in one of its shown environments. */
export function rowContains(row: Row, q: string): boolean {
  const text = q.trim();
  return (
    text === '' ||
    contains(row.name, text) ||
    row.cells.some(
      cell =>
        cell.kind === 'workloads' &&
        cell.all.some(workload => workloadContains(workload, text)),
    )
  );
}

/** Rows of which the search finds something and at least one cell passes every other filter. */
export function filterRows(
  rows: readonly Row[],
  state: Filter,
  changes?: ChangesByWorkload,
): readonly Row[] {
  return rows.filter(
    row =>
      rowContains(row, state.q) &&
      (row.cells.length === 0 ||
        row.cells.some(cell => cellPasses(cell, state, changes))),
  );
}

function contains(where: string, what: string): boolean {
  return where
    .toLocaleLowerCase('en-US')
    .includes(what.toLocaleLowerCase('en-US'));
}
