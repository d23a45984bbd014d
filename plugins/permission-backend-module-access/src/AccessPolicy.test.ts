import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  createPermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  AccessEnvironment,
  accessPermissions,
  decideAccess,
  DEFAULT_ROLES,
  Grant,
} from '@domaindeck/backstage-plugin-access-common';
import {
  clusterInspectPermission,
  environmentPermissions,
} from '@domaindeck/backstage-plugin-workloads-common';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { createOrganisation } from '@domaindeck/backstage-plugin-access-node';
import { allows } from './__testUtils__/allows';
import { ENTITIES, entity } from './__testUtils__/entity';
import { AccessPolicy } from './AccessPolicy';

const PAYMENTS = 'domain:default/payments';
const RIDES = 'domain:default/rides';
const CLUSTERS = [
  { name: 'dev-1', tier: 'development', tags: [], restricted: false },
  {
    name: 'prod-sh',
    tier: 'production',
    tags: ['shanghai'],
    restricted: false,
  },
  { name: 'partner-kl', tier: 'partner', tags: ['tenant'], restricted: true },
];
const NOW = new Date('2026-11-01T00:00:00Z');

function grant(overrides: Partial<Grant>): Grant {
  return {
    id: JSON.stringify(overrides),
    subject: 'group:default/team',
    domains: [PAYMENTS],
    where: {},
    role: 'viewer',
    ...overrides,
  };
}

function policyOf(
  grants: readonly Grant[],
  entities: readonly Entity[] = ENTITIES,
  delegate?: PermissionPolicy,
): AccessPolicy {
  return AccessPolicy.create({
    rules: { get: async () => ({ grants, roles: DEFAULT_ROLES }) },
    organisation: { get: async () => createOrganisation(entities) },
    clusters: CLUSTERS,
    logger: mockServices.logger.mock(),
    now: () => NOW,
    delegate: () => delegate,
  });
}

function ask(
  policy: AccessPolicy,
  permission: Permission,
  person?: string,
): Promise<PolicyDecision> {
  const userEntityRef = `user:default/${person}`;
  return policy.handle(
    { permission },
    person === undefined
      ? undefined
      : {
          credentials: mockCredentials.user(userEntityRef),
          // A token may be older than the departments; what it says must not count.
          info: { userEntityRef, ownershipEntityRefs: ['group:default/team'] },
        },
  );
}

const ENVIRONMENTS: AccessEnvironment[] = [PAYMENTS, RIDES].flatMap(
  domainRef => [
    {
      domainRef,
      cluster: 'dev-1',
      tier: 'development',
      tags: [],
      restricted: false,
    },
    {
      domainRef,
      cluster: 'prod-sh',
      tier: 'production',
      tags: ['shanghai'],
      restricted: false,
    },
    {
      domainRef,
      cluster: 'partner-kl',
      tier: 'partner',
      tags: ['tenant'],
      restricted: true,
    },
  ],
);

describe('AccessPolicy', () => {
  const scopes: Grant['where'][] = [
    {},
    { tiers: ['development'] },
    { tiers: ['partner'] },
    { clusters: ['partner-kl', 'dev-1'] },
    { tags: ['tenant', 'shanghai'] },
    { clusters: ['prod-sh'], tags: ['tenant'] },
    { clusters: ['partner-kl'], tags: ['tenant'], tiers: ['partner'] },
  ];
  const domains: Grant['domains'][] = [
    [PAYMENTS],
    [PAYMENTS, RIDES],
    'all',
    'owned',
  ];
  const subjects = [
    'user:default/ann',
    'group:default/team',
    'group:default/company',
    'group:default/platform',
    'group:default/riders',
  ];

  it('judges as decideAccess does, for every kind of grant, person and environment', async () => {
    const differing: unknown[] = [];
    let allowed = 0;
    let refused = 0;
    const organisation = createOrganisation(ENTITIES);
    for (const where of scopes) {
      for (const domain of domains) {
        for (const subject of subjects) {
          const grants = [
            grant({ where, domains: domain, subject }),
            grant({
              domains: [RIDES],
              where: { tiers: ['production'] },
              subject: 'user:default/pat',
            }),
          ];
          for (const person of ['ann', 'pat', 'nobody']) {
            const decision = await ask(
              policyOf(grants),
              environmentPermissions.view,
              person,
            );
            for (const environment of ENVIRONMENTS) {
              const expected = decideAccess(
                {
                  grants,
                  roles: DEFAULT_ROLES,
                  domainOwners: organisation.domainOwners,
                },
                organisation.subject(`user:default/${person}`),
                environment,
                'workloads.view',
                NOW,
              ).allowed;
              if (allows(decision, environment) !== expected) {
                differing.push({ grants, person, environment, expected });
              }
              allowed += expected ? 1 : 0;
              refused += expected ? 0 : 1;
            }
          }
        }
      }
    }
    expect(differing).toEqual([]);
    // Both answers must really occur.
    expect(allowed).toBeGreaterThan(200);
    expect(refused).toBeGreaterThan(1000);
  });

  it('gives a conditional decision of the resource type of the verb', async () => {
    const decision = await ask(
      policyOf([grant({})]),
      environmentPermissions.events,
      'ann',
    );
    expect(decision).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'workloads',
      resourceType: 'workloads-environment-events',
      conditions: {
        allOf: [
          {
            not: {
              resourceType: 'workloads-environment-events',
              rule: 'IS_RESTRICTED',
            },
          },
          {
            resourceType: 'workloads-environment-events',
            rule: 'IN_DOMAIN',
            params: { domainRefs: [PAYMENTS] },
          },
        ],
      },
    });
  });

  it('computes departments from the catalog, not from the token, and survives circles', async () => {
    const policy = policyOf([grant({ subject: 'group:default/department' })]);
    expect((await ask(policy, environmentPermissions.view, 'ann')).result).toBe(
      AuthorizeResult.CONDITIONAL,
    );
    expect(
      (await ask(policy, environmentPermissions.view, 'left-the-team')).result,
    ).toBe(AuthorizeResult.DENY);

    const circle = policyOf(
      [grant({ subject: 'group:default/b' })],
      [
        entity(
          'Group',
          'a',
          'childOf group:default/b',
          'hasMember user:default/ann',
        ),
        entity('Group', 'b', 'childOf group:default/a'),
      ],
    );
    expect((await ask(circle, environmentPermissions.view, 'ann')).result).toBe(
      AuthorizeResult.CONDITIONAL,
    );
  });

  const inspectors = [
    grant({
      subject: 'group:default/operators',
      domains: 'all',
      role: 'operator',
    }),
    grant({
      subject: 'group:default/near-operators',
      domains: 'all',
      role: 'operator',
      where: { tiers: ['development'] },
    }),
    grant({
      subject: 'group:default/near-operators',
      domains: [PAYMENTS, RIDES],
      role: 'operator',
    }),
    grant({ subject: 'group:default/team', domains: 'all', role: 'developer' }),
  ];

  it.each([
    'workloads.cluster.inspect',
    'kubernetes.proxy',
    'kubernetes.clusters.read',
    'kubernetes.resources.read',
  ])('keeps %s to operators of all domains', async name => {
    const policy = policyOf(inspectors);
    const permission =
      name === clusterInspectPermission.name
        ? clusterInspectPermission
        : createPermission({ name, attributes: {} });
    const results = await Promise.all(
      ['ops', 'almost', 'ann', 'pat', undefined].map(person =>
        ask(policy, permission, person),
      ),
    );
    expect(results.map(({ result }) => result)).toEqual([
      'ALLOW',
      'DENY',
      'DENY',
      'DENY',
      'DENY',
    ]);
  });

  it('refuses what of ours it does not know, and leaves the rest of the portal open', async () => {
    const policy = policyOf(inspectors);
    const named = (name: string) => createPermission({ name, attributes: {} });
    for (const name of [
      'workloads.environment.exec',
      'environments.record.create',
      'access.grant.manage',
      'access.environment.impersonate',
    ]) {
      expect((await ask(policy, named(name), 'ops')).result).toBe(
        AuthorizeResult.DENY,
      );
    }
    expect(
      (await ask(policy, named('catalog.location.create'), 'ann')).result,
    ).toBe(AuthorizeResult.ALLOW);
    expect((await ask(policy, environmentPermissions.view)).result).toBe(
      AuthorizeResult.DENY,
    );
  });

  it('lets a delegate decide what is not ours, and nothing else', async () => {
    const asked: string[] = [];
    const policy = policyOf(inspectors, ENTITIES, {
      handle: async ({ permission }) => {
        asked.push(permission.name);
        return { result: AuthorizeResult.DENY };
      },
    });
    const named = (name: string) => createPermission({ name, attributes: {} });
    expect(
      (await ask(policy, named('catalog.entity.read'), 'ann')).result,
    ).toBe(AuthorizeResult.DENY);
    expect((await ask(policy, clusterInspectPermission, 'ops')).result).toBe(
      AuthorizeResult.ALLOW,
    );
    expect((await ask(policy, named('kubernetes.proxy'), 'ann')).result).toBe(
      AuthorizeResult.DENY,
    );
    expect(asked).toEqual(['catalog.entity.read']);
  });

  it('gives grants and the record to those whose role has them, as conditions of the plugin that keeps them', async () => {
    const policy = policyOf([
      grant({ subject: 'group:default/team', role: 'auditor' }),
    ]);
    const decisions = await Promise.all(
      [
        [accessPermissions.audit, 'ann'] as const,
        [accessPermissions['grant-manage'], 'ann'] as const,
        // By ownership of payments.
        [accessPermissions['grant-manage'], 'pat'] as const,
      ].map(([permission, person]) => ask(policy, permission, person)),
    );
    expect(decisions).toMatchObject([
      {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'access',
        resourceType: 'access-environment-audit',
      },
      { result: AuthorizeResult.DENY },
      {
        result: AuthorizeResult.CONDITIONAL,
        resourceType: 'access-environment-grant-manage',
      },
    ]);
  });
});
