import { Role } from '@domaindeck/backstage-plugin-access-common';
import { groupsOfRole, VerbGroupKey } from './verbGroups';

/** A role of the legend with what it adds to the ones before it. */
export interface RoleKey {
  readonly role: string;
  /** Whether some weaker role is named before it. */
  readonly also: boolean;
  readonly adds: readonly VerbGroupKey[];
}

/** The legend: roles that are held somewhere or could be, the weakest first, each with what it adds. */
export function roleKeys(
  roles: readonly Role[],
  existing: readonly string[],
): RoleKey[] {
  const ordered = [...roles].sort(
    (a, b) =>
      Number(a.name === 'auditor') - Number(b.name === 'auditor') ||
      a.rank - b.rank,
  );
  return ordered.map((role, index) => {
    const weaker = ordered
      .slice(0, index)
      .filter(other => other.verbs.every(verb => role.verbs.includes(verb)));
    const known = new Set(
      weaker.flatMap(other => groupsOfRole(other.verbs, existing)),
    );
    return {
      role: role.name,
      also: weaker.length > 0,
      adds: groupsOfRole(role.verbs, existing).filter(key => !known.has(key)),
    };
  });
}
