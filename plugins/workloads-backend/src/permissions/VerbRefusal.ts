import { NotAllowedError } from '@backstage/errors';
import {
  Roles,
  rolesWithVerb,
} from '@domaindeck/backstage-plugin-access-common';
import { WorkloadsVerb } from '@domaindeck/backstage-plugin-workloads-common';

/** Says no to somebody who may view a thing, so that they know what to ask for and whom. */
export class VerbRefusal {
  readonly #roles: Roles;

  /** @param roles - the roles that exist, with their verbs */
  static create(roles: Roles): VerbRefusal {
    return new VerbRefusal(roles);
  }

  private constructor(roles: Roles) {
    this.#roles = roles;
  }

  /**
   * @param about - what was asked for, the environments (`cluster/namespace`), and refs of those who may grant it
   * @returns a 403 that names the verb, the least role that has it, and whom to ask
   */
  error(
    verb: WorkloadsVerb,
    about: {
      readonly what: string;
      readonly where: readonly string[];
      readonly ask: readonly string[];
    },
  ): NotAllowedError {
    const [role] = rolesWithVerb(this.#roles, `workloads.${verb}`);
    const has = role
      ? `the role "${role}" has it`
      : 'no role in access.roles has it';
    const ask =
      about.ask.length > 0
        ? `ask ${about.ask.join(' or ')}, who owns the domain`
        : 'ask the operators of the portal, because the domain has no owner in the catalog';
    return new NotAllowedError(
      `You may view "${about.what}" in ${about.where.join(
        ', ',
      )}, but not "${verb}"; ${has}; ${ask}`,
    );
  }
}
