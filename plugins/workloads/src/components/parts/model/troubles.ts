import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { isProblem, urgencyOf } from './cells';
import { Column } from './columns';
import { Row } from './rows';

/** A workload that needs a person, and where it is. */
export interface Trouble {
  readonly row: Row;
  readonly column: Column;
  readonly workload: Workload;
}

/**
 * All workloads that need a person: what fails before what is degraded, the reference environment first (people use it),
 * then as rows and columns stand.
 */
export function troublesOf(
  rows: readonly Row[],
  columns: readonly Column[],
): readonly Trouble[] {
  const troubles = rows.flatMap(row =>
    row.cells.flatMap((cell, i) =>
      cell.kind === 'workloads' && isProblem(cell)
        ? cell.all
            .filter(w => w.health === 'failed' || w.health === 'degraded')
            .map(workload => ({ row, column: columns[i], workload }))
        : [],
    ),
  );
  return troubles
    .map((trouble, i) => ({ trouble, i }))
    .sort(
      (a, b) =>
        urgencyOf(a.trouble.workload.health) -
          urgencyOf(b.trouble.workload.health) ||
        Number(b.trouble.column.isReference) -
          Number(a.trouble.column.isReference) ||
        a.i - b.i,
    )
    .map(({ trouble }) => trouble);
}
