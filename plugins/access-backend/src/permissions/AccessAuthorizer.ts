import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  createConditionAuthorizer,
  PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  ACCESS_VERBS,
  accessPermissions,
  AccessVerb,
} from '@domaindeck/backstage-plugin-access-common';
import {
  EnvironmentFilter,
  EnvironmentResource,
} from '@domaindeck/backstage-plugin-workloads-node';

/** The rules of a verb's resource type: ours and those that modules added. */
export type RulesetOf = (
  verb: AccessVerb,
) => PermissionRuleset<EnvironmentResource, EnvironmentFilter>;

/** What one caller may do, as decided in one call. Judging a domain in a cluster asks nobody. */
export type AccessJudge = (
  verb: AccessVerb,
  resource: EnvironmentResource,
) => boolean;

/** Asks for the decision on every verb at once and applies conditions here. */
export class AccessAuthorizer {
  readonly #permissions: PermissionsService;
  readonly #rulesetOf: RulesetOf;

  static create(options: {
    permissions: PermissionsService;
    rulesetOf: RulesetOf;
  }): AccessAuthorizer {
    return new AccessAuthorizer(options);
  }

  private constructor(options: {
    permissions: PermissionsService;
    rulesetOf: RulesetOf;
  }) {
    this.#permissions = options.permissions;
    this.#rulesetOf = options.rulesetOf;
  }

  async authorize(credentials: BackstageCredentials): Promise<AccessJudge> {
    const decisions = await this.#permissions.authorizeConditional(
      ACCESS_VERBS.map(verb => ({ permission: accessPermissions[verb] })),
      { credentials },
    );
    const judges = new Map(
      ACCESS_VERBS.map((verb, index) => {
        const authorizer = createConditionAuthorizer(this.#rulesetOf(verb));
        return [
          verb,
          (resource: EnvironmentResource) =>
            authorizer(decisions[index], resource),
        ] as const;
      }),
    );
    return (verb, resource) => judges.get(verb)?.(resource) ?? false;
  }
}
