import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { DEFAULT_ROLES } from '@domaindeck/backstage-plugin-access-common';
import { RecordingAuditService } from '@domaindeck/backstage-plugin-access-node/testUtils';
import { environmentRules } from '@domaindeck/backstage-plugin-workloads-node';
import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { AssembledServices, assembleServices } from '../assembleServices';
import { environmentResourceRef } from '../permissions';
import { projection } from '../projection';
import {
  demoBindings,
  demoCatalog,
  demoClusters,
  demoReader,
} from './demoWorld';
import { InMemoryClusterReader } from './InMemoryClusterReader';

/** What the policy of a test says to a verb's permission. */
export type TestDecision = (
  permission: Permission,
  credentials: BackstageCredentials,
) => PolicyDecision | Promise<PolicyDecision>;

/** The services without HTTP, with everything around them in the test's hand. */
export interface TestAssembly extends AssembledServices {
  readonly reader: InMemoryClusterReader;
  readonly clock: FakeClock;
  /** The catalog's entities, to be changed by the test. */
  readonly entities: Entity[];
  readonly shutdown: AbortController;
  /** Questions that reached the permission framework. */
  readonly authorizations: () => number;
  /** What the policy says from now on to every verb; a function may throw. */
  decide(decision: TestDecision): void;
}

/** Assembles the services over the demo world; the policy allows everything until told. */
export function assembleForTest(): TestAssembly {
  const reader = demoReader();
  const clock = FakeClock.create();
  const entities = [...demoCatalog];
  const shutdown = new AbortController();
  let decide: TestDecision = () => ({ result: AuthorizeResult.ALLOW });
  let authorizations = 0;
  const current = () => catalogServiceMock({ entities });
  const services = assembleServices({
    audit: RecordingAuditService.create(),
    auth: mockServices.auth(),
    catalog: catalogServiceMock.mock({
      getEntityByRef: (ref, caller) => current().getEntityByRef(ref, caller),
      streamEntities: (query, caller) =>
        current().streamEntities(query, caller),
    }),
    logger: mockServices.logger.mock(),
    permissions: mockServices.permissions.mock({
      authorizeConditional: async (queries, { credentials }) => {
        authorizations += 1;
        return Promise.all(
          queries.map(({ permission }) => decide(permission, credentials)),
        );
      },
    }),
    rulesetOf: verb => ({
      getRuleByName: name => {
        const rule = environmentRules(environmentResourceRef(verb)).find(
          one => one.name === name,
        );
        if (!rule) {
          throw new Error(`There is no rule ${name}`);
        }
        return rule;
      },
    }),
    roles: DEFAULT_ROLES,
    clusters: demoClusters,
    bindings: demoBindings,
    reader,
    projection,
    connectionOf: () => undefined,
    checker: { check: async () => ({ items: [] }) },
    histories: new Map(),
    metricStores: new Map(),
    clock,
    shutdown: shutdown.signal,
  });
  return {
    ...services,
    reader,
    clock,
    entities,
    shutdown,
    authorizations: () => authorizations,
    decide: decision => {
      decide = decision;
    },
  };
}
