import { Role } from '@domaindeck/backstage-plugin-access-common';

/** How a role is drawn: so many bars of four, or an eye for who only looks at the record. */
export function weightOf(
  role: string | undefined,
  roles: readonly Role[],
): number | 'eye' | undefined {
  if (role === undefined) {
    return undefined;
  }
  return role === 'auditor'
    ? 'eye'
    : roles.find(({ name }) => name === role)?.rank ?? 1;
}
