import {
  Preview,
  RightsCell,
  RightsMember,
  RightsRow,
} from '@domaindeck/backstage-plugin-access-common';

/** A cell of the matrix; `was` says what stood there when a preview changes it. */
export interface DrawnCell extends RightsCell {
  readonly change?: { readonly was?: string };
}

/** A department, or a person outside of them, as it is drawn. */
export interface DrawnRow extends Omit<RightsRow, 'cells'> {
  readonly cells: readonly DrawnCell[];
}

/** A person of an open department, as it is drawn. */
export interface DrawnMember extends Omit<RightsMember, 'cells'> {
  readonly cells: readonly DrawnCell[];
}

/**
 * The rows with an unsaved change drawn into them. Rows that the change brings are at the end and rows that it takes away
 * stay, so that nothing moves while somebody fills in the form.
 */
export function drawRows(
  rows: readonly RightsRow[],
  preview: Preview | undefined,
): readonly DrawnRow[] {
  if (!preview) {
    return rows;
  }
  const then = new Map(preview.rows.map(row => [row.subject.ref, row]));
  const known = new Set(rows.map(row => row.subject.ref));
  const kept = rows.map(row => ({
    ...row,
    cells: row.cells.map(cell =>
      drawCell(cell, cellOf(then.get(row.subject.ref), cell.cluster)),
    ),
  }));
  const added = preview.rows
    .filter(row => !known.has(row.subject.ref))
    .map(row => ({
      ...row,
      cells: row.cells.map(cell => drawCell({ cluster: cell.cluster }, cell)),
    }));
  return [...kept, ...added];
}

/** The people of a department with an unsaved change drawn into them. */
export function drawMembers(
  members: readonly RightsMember[],
  preview: Preview | undefined,
): readonly DrawnMember[] {
  if (!preview) {
    return members;
  }
  return members.map(member => ({
    ...member,
    cells: member.cells.map(cell => {
      const person = preview.people.find(
        change =>
          change.subject.ref === member.subject.ref &&
          change.cluster === cell.cluster,
      );
      return person
        ? drawCell(cell, { ...cell, role: person.after, source: undefined })
        : cell;
    }),
  }));
}

function cellOf(row: RightsRow | undefined, cluster: string): RightsCell {
  return row?.cells.find(cell => cell.cluster === cluster) ?? { cluster };
}

function drawCell(now: RightsCell, then: RightsCell): DrawnCell {
  return now.role === then.role ? now : { ...then, change: { was: now.role } };
}
