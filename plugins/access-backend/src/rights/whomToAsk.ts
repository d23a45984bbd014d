import {
  GRANT_VERB,
  roleHasVerb,
  SubjectInfo,
} from '@domaindeck/backstage-plugin-access-common';
import { DomainRights } from './DomainRights';

/** Whom to ask for a right: the owners of the domain, else those to whom a grant gives the right to change grants. */
export function whomToAsk(rights: DomainRights): SubjectInfo[] {
  const refs =
    rights.owners.length > 0
      ? rights.owners
      : rights.grants
          .filter(({ role }) => roleHasVerb(rights.roles, role, GRANT_VERB))
          .map(({ subject }) => subject);
  return [...new Set(refs)].map(ref => rights.info(ref));
}
