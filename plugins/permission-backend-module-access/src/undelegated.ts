import {
  catalogEntityDeletePermission,
  catalogIngestionManagePermission,
  catalogLocationDeletePermission,
  RESOURCE_TYPE_CATALOG_ENTITY,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { AccessSubject } from '@domaindeck/backstage-plugin-access-common';

/** By its name, so that the policy needs no scaffolder. */
const TASK = 'scaffolder-task';

const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

const DECISIONS: Readonly<
  Record<string, (subject: AccessSubject) => PolicyDecision>
> = {
  'scaffolder.task.read': ownTasks,
  'scaffolder.task.cancel': ownTasks,
  [catalogEntityDeletePermission.name]: ({ ref, groups }) => ({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'catalog',
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
    conditions: {
      resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
      rule: 'IS_ENTITY_OWNER',
      params: { claims: [ref, ...groups.keys()] },
    },
  }),
  // Asked without saying which: a location may hold departments and the domains of others.
  [catalogLocationDeletePermission.name]: () => DENY,
  [catalogIngestionManagePermission.name]: () => DENY,
};

/**
 * What a person who is no operator of all domains may do of that which is not ours and which no delegate decides, where
 * this is less than everything: the scaffolder's tasks name environments and addresses, and what is taken out of the
 * catalog takes rights along.
 *
 * @returns undefined for a permission about which nothing is to be said
 */
export function undelegated(
  permission: string,
): ((subject: AccessSubject) => PolicyDecision) | undefined {
  return Object.hasOwn(DECISIONS, permission)
    ? DECISIONS[permission]
    : undefined;
}

function ownTasks({ ref }: AccessSubject): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'scaffolder',
    resourceType: TASK,
    conditions: {
      resourceType: TASK,
      rule: 'IS_TASK_OWNER',
      params: { createdBy: [ref] },
    },
  };
}
