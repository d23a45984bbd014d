import { LADDER, Roles } from './roles';

/**
 * How strong a role is drawn: 1 for viewer to 4 for owner. Another role has the rank of the strongest of these whose
 * verbs it holds all, at least 1.
 * @public
 */
export function rankOf(roles: Roles, role: string): number {
  const named = LADDER.indexOf(role);
  if (named >= 0) {
    return named + 1;
  }
  const held = new Set(Object.hasOwn(roles, role) ? roles[role] : []);
  // Two steps of the ladder may hold the same verbs; the lower one is what they prove.
  const proven = LADDER.findLastIndex(
    (step, index) =>
      Object.hasOwn(roles, step) &&
      roles[step].every(verb => held.has(verb)) &&
      (index === 0 || isMore(roles, step, LADDER[index - 1])),
  );
  return Math.max(1, proven + 1);
}

/**
 * The strongest of some roles: the highest rank, then the most verbs; undefined when there is none.
 * @public
 */
export function strongestRole(
  roles: Roles,
  names: readonly string[],
): string | undefined {
  return [...names].sort(
    (a, b) =>
      rankOf(roles, b) - rankOf(roles, a) ||
      (roles[b]?.length ?? 0) - (roles[a]?.length ?? 0) ||
      (a < b ? -1 : 1),
  )[0];
}

function isMore(roles: Roles, step: string, below: string): boolean {
  const less = new Set(Object.hasOwn(roles, below) ? roles[below] : []);
  return roles[step].some(verb => !less.has(verb));
}
