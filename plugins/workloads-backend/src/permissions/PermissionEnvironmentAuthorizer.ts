import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  clusterInspectPermission,
  environmentPermissions,
  WORKLOADS_VERBS,
  WorkloadsVerb,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  EnvironmentAccess,
  EnvironmentAuthorizer,
  EnvironmentFilter,
  EnvironmentResource,
} from './types';

/** The rules of a verb's resource type: ours and those that modules added. */
export type RulesetOf = (
  verb: WorkloadsVerb,
) => PermissionRuleset<EnvironmentResource, EnvironmentFilter>;

/**
 * Asks for the decision on every verb at once and applies conditions here, so that a request costs the same one
 * call however many environments it touches.
 */
export class PermissionEnvironmentAuthorizer implements EnvironmentAuthorizer {
  readonly #permissions: PermissionsService;
  readonly #rulesetOf: RulesetOf;

  static create(options: {
    permissions: PermissionsService;
    rulesetOf: RulesetOf;
  }): PermissionEnvironmentAuthorizer {
    return new PermissionEnvironmentAuthorizer(options);
  }

  private constructor(options: {
    permissions: PermissionsService;
    rulesetOf: RulesetOf;
  }) {
    this.#permissions = options.permissions;
    this.#rulesetOf = options.rulesetOf;
  }

  async authorize(
    credentials: BackstageCredentials,
  ): Promise<EnvironmentAccess> {
    const decisions = await this.#permissions.authorizeConditional(
      WORKLOADS_VERBS.map(verb => ({
        permission: environmentPermissions[verb],
      })),
      { credentials },
    );
    const judges = new Map<
      WorkloadsVerb,
      (environment: EnvironmentResource) => boolean
    >(
      WORKLOADS_VERBS.map((verb, index) => {
        const authorizer = createConditionAuthorizer(this.#rulesetOf(verb));
        return [verb, environment => authorizer(decisions[index], environment)];
      }),
    );
    const may = (verb: WorkloadsVerb, environment: EnvironmentResource) =>
      judges.get(verb)?.(environment) ?? false;
    return {
      may,
      verbs: environment =>
        WORKLOADS_VERBS.filter(verb => may(verb, environment)),
    };
  }

  async inspectsClusters(credentials: BackstageCredentials): Promise<boolean> {
    const [decision] = await this.#permissions.authorize(
      [{ permission: clusterInspectPermission }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }
}
