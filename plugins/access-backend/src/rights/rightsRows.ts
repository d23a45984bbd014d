import { RightsRow } from '@domaindeck/backstage-plugin-access-common';
import { DomainRights } from './DomainRights';

/** The rows of a matrix, and how many people none of them reaches. */
export interface RightsTable {
  readonly rows: RightsRow[];
  readonly others: number;
}

/**
 * The departments that hold something in one of the clusters, and the people outside them with a grant of their own:
 * owners first, then by name.
 *
 * @param callerRef - whose own departments get a row too when they hold something only through one above
 */
export function rightsRows(
  rights: DomainRights,
  callerRef: string,
): RightsTable {
  const { organisation, owners, grants } = rights;
  const departments = organisation.directGroupsOf(callerRef);
  const subjects = new Set([
    ...owners,
    ...grants.map(({ subject }) => subject),
    ...departments,
  ]);
  const rows = [...subjects]
    .map(ref => rowOf(rights, ref, callerRef))
    .filter(({ cells }) => cells.some(({ role }) => role !== undefined));
  const inGroups = new Set<string>();
  const reached = new Set<string>();
  for (const { subject } of rows) {
    for (const person of organisation.peopleOf(subject.ref)) {
      reached.add(person);
      if (subject.kind === 'group') {
        inGroups.add(person);
      }
    }
  }
  const { people } = organisation;
  return {
    rows: rows
      .filter(
        ({ subject }) => subject.kind === 'group' || !inGroups.has(subject.ref),
      )
      .sort(
        (a, b) =>
          Number(b.ownsDomain) - Number(a.ownsDomain) ||
          a.subject.title.localeCompare(b.subject.title) ||
          a.subject.ref.localeCompare(b.subject.ref),
      ),
    others: people.filter(person => !reached.has(person)).length,
  };
}

function rowOf(
  rights: DomainRights,
  ref: string,
  callerRef: string,
): RightsRow {
  const { organisation, owners, grants } = rights;
  const people = organisation.peopleOf(ref);
  const above = [...organisation.subject(ref).groups.keys()];
  return {
    subject: rights.info(ref),
    ...(above.length > 0 && ref.startsWith('group:')
      ? { partOf: above.map(group => rights.info(group)) }
      : {}),
    memberCount: people.length,
    ownsDomain: owners.includes(ref),
    everyDomain: grants.some(
      ({ subject, domains }) => subject === ref && domains === 'all',
    ),
    ...(people.includes(callerRef) ? { isCaller: true } : {}),
    cells: rights.cells(ref),
  };
}
