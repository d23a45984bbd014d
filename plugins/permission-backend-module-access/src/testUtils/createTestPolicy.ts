import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import {
  DEFAULT_ROLES,
  Grant,
} from '@domaindeck/backstage-plugin-access-common';
import { CatalogOrganisationSource } from '@domaindeck/backstage-plugin-access-node';
import { AccessPolicy } from '../AccessPolicy';

/**
 * The policy as it runs in a portal, departments as old as they may be there, but with the time in the test's hand.
 *
 * @param options.grants - asked anew for each decision
 * @public
 */
export function createTestPolicy(options: {
  readonly grants: () => readonly Grant[];
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly logger: LoggerService;
  readonly now: () => Date;
}): PermissionPolicy {
  const { grants, catalog, auth, logger, now } = options;
  return AccessPolicy.create({
    rules: { get: async () => ({ grants: grants(), roles: DEFAULT_ROLES }) },
    organisation: CatalogOrganisationSource.create({
      catalog,
      auth,
      now: () => now().getTime(),
    }),
    clusters: [],
    logger,
    now,
    delegate: () => undefined,
  });
}
