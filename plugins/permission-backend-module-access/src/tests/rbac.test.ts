import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import rbacPlugin from '@backstage-community/plugin-rbac-backend';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import permissionBackend from '@backstage/plugin-permission-backend';
import {
  createConditionAuthorizer,
  createPermissionResourceRef,
} from '@backstage/plugin-permission-node';
import { actingHttpAuth } from '@domaindeck/backend-testing';
import {
  environmentPermissions,
  environmentResourceType,
  WORKLOADS_VERBS,
  WorkloadsVerb,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  EnvironmentFilter,
  EnvironmentResource,
  environmentRules,
} from '@domaindeck/backstage-plugin-workloads-node';

// Its store loads a driver that it has only for another database than ours.
jest.mock('mongodb', () => ({ ObjectId: class {} }), { virtual: true });

// The newest of its siblings that is published lacks two small functions that it calls. They tell the two ways apart in
// which a condition names what it is for: by action alone, or by permission and action.
jest.mock('@backstage-community/plugin-rbac-common', () => ({
  ...jest.requireActual('@backstage-community/plugin-rbac-common'),
  isPermissionInfo: (entry: unknown) => typeof entry === 'object',
  permissionMappingAction: (entry: string | { action: string }) =>
    typeof entry === 'object' ? entry.action : entry,
}));

// A whole backend with the plugin's migrations.
jest.setTimeout(120_000);

const ANN = 'user:default/ann';
const DIRECTORY = mkdtempSync(join(tmpdir(), 'rbac-'));
const ROLES = join(DIRECTORY, 'roles.csv');
const CONDITIONS = join(DIRECTORY, 'conditions.yaml');

writeFileSync(ROLES, `g, ${ANN}, role:default/checkout\n`);
writeFileSync(
  CONDITIONS,
  [
    condition('view', 'HAS_TIER', { tiers: ['development', 'production'] }),
    condition('events', 'IN_CLUSTER', { clusters: ['dev-1'] }),
  ].join(''),
);

function condition(verb: WorkloadsVerb, rule: string, params: object): string {
  const resourceType = environmentResourceType(verb);
  const document = {
    result: 'CONDITIONAL',
    roleEntityRef: 'role:default/checkout',
    pluginId: 'workloads',
    resourceType,
    permissionMapping: ['read'],
    conditions: { rule, resourceType, params },
  };
  return `---\n${JSON.stringify(document)}\n`;
}

const ENVIRONMENTS = [
  'dev-1 development',
  'test-1 testing',
  'prod-sh production',
].map((text): EnvironmentResource => {
  const [cluster, tier] = text.split(' ');
  return {
    cluster,
    tier,
    namespace: 'payments',
    tags: [],
    restricted: false,
    kind: 'baseline',
    domainRef: 'domain:default/payments',
    domainOwnerRefs: [],
  };
});

const resourceRef = (verb: WorkloadsVerb) =>
  createPermissionResourceRef<EnvironmentResource, EnvironmentFilter>().with({
    pluginId: 'workloads',
    resourceType: environmentResourceType(verb),
  });

/** The verbs of the real plugin with their rules, and a way to ask what a person holds. */
function verbsPlugin(
  ready: (ask: (person: string) => Promise<Record<string, string[]>>) => void,
) {
  return createBackendPlugin({
    pluginId: 'workloads',
    register: env =>
      env.registerInit({
        deps: {
          registry: coreServices.permissionsRegistry,
          permissions: coreServices.permissions,
        },
        async init({ registry, permissions }) {
          for (const verb of WORKLOADS_VERBS) {
            registry.addResourceType({
              resourceRef: resourceRef(verb),
              permissions: [environmentPermissions[verb]],
              rules: environmentRules(resourceRef(verb)),
            });
          }
          ready(async person => {
            const decisions = await permissions.authorizeConditional(
              WORKLOADS_VERBS.map(verb => ({
                permission: environmentPermissions[verb],
              })),
              { credentials: mockCredentials.user(person) },
            );
            return Object.fromEntries(
              WORKLOADS_VERBS.map((verb, index) => {
                const judge = createConditionAuthorizer(
                  registry.getPermissionRuleset(resourceRef(verb)),
                );
                return [
                  verb,
                  ENVIRONMENTS.filter(one => judge(decisions[index], one)).map(
                    ({ cluster }) => cluster,
                  ),
                ];
              }),
            );
          });
        },
      }),
  });
}

/** RBAC looks for the groups of a person over HTTP; there are none. */
const emptyCatalog = createBackendPlugin({
  pluginId: 'catalog',
  register: env =>
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        httpRouter.use((_request, response) => {
          response.json([]);
        });
      },
    }),
});

describe('under the RBAC plugin of the community', () => {
  let backend: TestBackend;
  let ask: (person: string) => Promise<Record<string, string[]>>;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        verbsPlugin(given => {
          ask = given;
        }),
        actingHttpAuth,
        permissionBackend,
        rbacPlugin,
        emptyCatalog,
        mockServices.rootConfig.factory({
          data: {
            permission: {
              enabled: true,
              rbac: {
                'policies-csv-file': ROLES,
                conditionalPoliciesFile: CONDITIONS,
                pluginsWithPermission: ['workloads'],
                admin: { superUsers: [{ name: 'user:default/root' }] },
              },
            },
            backend: {
              database: { client: 'better-sqlite3', connection: ':memory:' },
            },
          },
        }),
      ],
    });
  });

  afterAll(() => rmSync(DIRECTORY, { recursive: true }));

  it('lists the rules of every verb at the metadata endpoint', async () => {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/workloads/.well-known/backstage/permissions/metadata`,
      { headers: { authorization: mockCredentials.service.header() } },
    );
    const { permissions, rules } = await response.json();
    for (const verb of WORKLOADS_VERBS) {
      expect(permissions).toContainEqual(
        expect.objectContaining({
          name: environmentPermissions[verb].name,
          resourceType: environmentResourceType(verb),
        }),
      );
      const names = rules
        .filter(
          (rule: { resourceType: string }) =>
            rule.resourceType === environmentResourceType(verb),
        )
        .map((rule: { name: string }) => rule.name);
      expect(names).toEqual(
        expect.arrayContaining(['IN_DOMAIN', 'HAS_TIER', 'IS_RESTRICTED']),
      );
    }
  });

  it('honours different conditions of two verbs of one person', async () => {
    const held = await ask(ANN);
    expect(held).toMatchObject({
      view: ['dev-1', 'prod-sh'],
      events: ['dev-1'],
    });
    expect(Object.values(await ask('user:default/bob')).flat()).toEqual([]);
  });
});
