import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  clusterInspectPermission,
  environmentPermissions,
  WORKLOADS_VERBS,
  WorkloadsVerb,
} from '@domaindeck/backstage-plugin-workloads-common';
import { environmentResourceRef } from './environmentRules';
import {
  EnvironmentAccess,
  EnvironmentAuthorizer,
  EnvironmentResource,
} from './types';

/**
 * Asks for the decision on every verb at once and applies conditions here, so that a request costs the same one
 * call however many environments it touches.
 */
export class PermissionEnvironmentAuthorizer implements EnvironmentAuthorizer {
  readonly #permissions: PermissionsService;
  readonly #registry: PermissionsRegistryService;

  static create(options: {
    permissions: PermissionsService;
    registry: PermissionsRegistryService;
  }): PermissionEnvironmentAuthorizer {
    return new PermissionEnvironmentAuthorizer(options);
  }

  private constructor(options: {
    permissions: PermissionsService;
    registry: PermissionsRegistryService;
  }) {
    this.#permissions = options.permissions;
    this.#registry = options.registry;
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
        const authorizer = createConditionAuthorizer(
          this.#registry.getPermissionRuleset(environmentResourceRef(verb)),
        );
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
