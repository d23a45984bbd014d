import { SubjectInfo } from '@domaindeck/backstage-plugin-access-common';
import { DrawnMember, DrawnRow } from './matrixRows';

/** A department, or a person outside of them. */
export interface RowLine {
  readonly type: 'row';
  readonly key: string;
  /** Number among the lines that arrows reach. */
  readonly place: number;
  readonly row: DrawnRow;
  readonly open: boolean;
}

/** A person of an open department. */
export interface MemberLine {
  readonly type: 'member';
  readonly key: string;
  readonly place: number;
  readonly member: DrawnMember;
}

/** What stands under the people of an open department: that they are being read, or a search. */
export interface NoteLine {
  readonly type: 'note';
  readonly key: string;
  readonly group: SubjectInfo;
  readonly q: string;
  /** Undefined while the people are not known. */
  readonly shown?: number;
  readonly total?: number;
}

export type MatrixLine = RowLine | MemberLine | NoteLine;

/** The matrix from top to bottom, with the people of the departments that are open. */
export function matrixLines(
  rows: readonly DrawnRow[],
  open: readonly { readonly group: string; readonly q: string }[],
  pageOf: (
    group: string,
  ) =>
    | { readonly items: readonly DrawnMember[]; readonly total: number }
    | undefined,
): MatrixLine[] {
  const lines: MatrixLine[] = [];
  let place = 0;
  for (const row of rows) {
    const { ref } = row.subject;
    const opened = open.find(one => one.group === ref);
    lines.push({
      type: 'row',
      key: ref,
      place,
      row,
      open: opened !== undefined,
    });
    place += 1;
    if (opened) {
      const page = pageOf(ref);
      for (const member of page?.items ?? []) {
        const key = `${ref} ${member.subject.ref}`;
        lines.push({ type: 'member', key, place, member });
        place += 1;
      }
      if (!page || opened.q !== '' || page.total > page.items.length) {
        lines.push({
          type: 'note',
          key: `${ref} note`,
          group: row.subject,
          q: opened.q,
          shown: page?.items.length,
          total: page?.total,
        });
      }
    }
  }
  return lines;
}
