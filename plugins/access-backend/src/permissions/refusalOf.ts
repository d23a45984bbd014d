import {
  AccessVerb,
  Roles,
  rolesWithVerb,
  SubjectInfo,
} from '@domaindeck/backstage-plugin-access-common';

const WORDS: Record<AccessVerb, string> = {
  'grant-manage': 'change who may do what',
  audit: 'read the record',
};

/** Says no to somebody who may view a domain, so that they know what to ask for and whom. */
export function refusalOf(
  verb: AccessVerb,
  roles: Roles,
  where: string,
  ask: readonly SubjectInfo[],
): string {
  const [role] = rolesWithVerb(roles, `access.${verb}`);
  const has = role
    ? `the role "${role}" has it`
    : 'no role in access.roles has it';
  const whom =
    ask.length > 0
      ? `ask ${ask.map(({ title }) => title).join(' or ')}`
      : 'ask the operators of the portal, because the domain has no owner in the catalog';
  return `You may not ${WORDS[verb]} ${where} ("${verb}"); ${has}; ${whom}`;
}
