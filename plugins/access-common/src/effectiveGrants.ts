import { heldGrants } from './heldGrants';
import { roleHasVerb } from './roles';
import { AccessRules, AccessSubject, EffectiveGrant } from './types';

/**
 * The grants that reach a person and hold a verb. Both the single decision and the conditions of the policy are made
 * from this list, so that they cannot differ.
 *
 * @param verb - written `<plugin>.<verb>`
 * @param now - grants whose `until` is not after it have ended
 * @public
 */
export function effectiveGrants(
  rules: AccessRules,
  subject: AccessSubject,
  verb: string,
  now: Date,
): EffectiveGrant[] {
  const holding = new Set(
    Object.keys(rules.roles).filter(role =>
      roleHasVerb(rules.roles, role, verb),
    ),
  );
  return heldGrants(rules, subject, now, role => holding.has(role)).map(
    grant => ({ ...grant, verb }),
  );
}
