import {
  RightsMember,
  RightsMemberPage,
} from '@domaindeck/backstage-plugin-access-common';
import { DomainRights } from './DomainRights';

/** Which people of a department are wanted. */
export interface MembersQuery {
  readonly group: string;
  /** Contained in the name; case does not matter. */
  readonly q?: string;
  readonly limit: number;
  /** How many were given before. */
  readonly offset: number;
}

/** The people of a department, the caller and those who hold something else than it first, then by name. */
export function rightsMembers(
  rights: DomainRights,
  callerRef: string,
  query: MembersQuery,
): Omit<RightsMemberPage, 'nextCursor'> {
  const { organisation } = rights;
  const text = query.q?.toLocaleLowerCase('en-US') ?? '';
  const groupCells = rights.cells(query.group);
  const own = new Set(rights.grants.map(({ subject }) => subject));
  const people = organisation
    .peopleOf(query.group)
    .map(ref => ({ ref, title: organisation.titleOf(ref) }))
    .filter(({ ref, title }) =>
      `${title} ${ref}`.toLocaleLowerCase('en-US').includes(text),
    )
    .sort(
      (a, b) =>
        Number(b.ref === callerRef) - Number(a.ref === callerRef) ||
        Number(own.has(b.ref)) - Number(own.has(a.ref)) ||
        a.title.localeCompare(b.title) ||
        a.ref.localeCompare(b.ref),
    );
  const items = people
    .slice(query.offset, query.offset + query.limit)
    .map(({ ref }): RightsMember => {
      const cells = rights.cells(ref);
      return {
        subject: rights.info(ref),
        ...(ref === callerRef ? { isCaller: true } : {}),
        differs: cells.some(
          (cell, index) => cell.role !== groupCells[index].role,
        ),
        cells,
      };
    });
  return { items, total: people.length };
}
