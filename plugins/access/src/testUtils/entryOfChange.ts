import { AuditEntry } from '@domaindeck/backstage-plugin-access-common';
import { AccessWorld, subjectOf } from './AccessWorld';

/** The entry that the record gets when the caller of a world has changed a grant. */
export function entryOfChange(changed: {
  number: number;
  at: string;
  grantId: string;
  subject: string;
  before: AccessWorld;
  after: AccessWorld;
  why?: string;
}): AuditEntry {
  const { number, at, grantId, subject, before, after, why } = changed;
  const { caller } = before;
  const recordOf = (from: AccessWorld) => {
    const grant = from.grants.find(one => one.id === grantId && !one.ended);
    return grant && { role: grant.role, where: grant.where };
  };
  return {
    id: `entry-${number}`,
    at,
    who: { ref: caller, title: subjectOf(before, caller).title },
    departments: before.people
      .filter(person => person.ref === caller)
      .flatMap(person => [...person.groups]),
    verb: 'access.grant-manage',
    domains: [before.domain.ref],
    object: { kind: 'Grant', name: subject, uid: grantId },
    before: recordOf(before),
    after: recordOf(after),
    outcome: 'done',
    why,
    requestId: `request-${number}`,
  };
}
