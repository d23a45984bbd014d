import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  DEFAULT_ROLES,
  Grant,
} from '@domaindeck/backstage-plugin-access-common';
import { createOrganisation } from '@domaindeck/backstage-plugin-access-node';
import {
  ENVIRONMENTS_VERBS,
  EnvironmentsVerb,
  recordPermissions,
} from '@domaindeck/backstage-plugin-environments-common';
import { AccessPolicy } from './AccessPolicy';
import { allows, JudgedResource } from './__testUtils__/allows';
import { ENTITIES, entity } from './__testUtils__/entity';

const PAYMENTS = 'domain:default/payments';

/** Ann and Bea are developers, Vic views, Pat owns the domain, Oda is in no department. */
const COMPANY = [
  ...ENTITIES,
  entity('Group', 'second-team', 'hasMember user:default/bea'),
  entity('Group', 'readers', 'hasMember user:default/vic'),
];

const GRANTS: Grant[] = [
  ['group:default/team', 'developer'],
  ['group:default/second-team', 'developer'],
  ['group:default/readers', 'viewer'],
].map(([subject, role]) => ({
  id: subject,
  subject,
  domains: [PAYMENTS],
  where: { tiers: ['development'] },
  role,
}));

/** Ann made it and names Oda, who holds nothing in the domain, as a collaborator. */
const RECORD: JudgedResource = {
  domainRef: PAYMENTS,
  cluster: 'dev-1',
  tier: 'development',
  tags: [],
  restricted: false,
  creatorRef: 'user:default/ann',
  collaborators: ['user:default/oda'],
};
const BASELINE: JudgedResource = {
  ...RECORD,
  creatorRef: undefined,
  collaborators: undefined,
};

const policy = AccessPolicy.create({
  rules: { get: async () => ({ grants: GRANTS, roles: DEFAULT_ROLES }) },
  organisation: { get: async () => createOrganisation(COMPANY) },
  clusters: [],
  logger: mockServices.logger.mock(),
  now: () => new Date('2026-11-01T00:00:00Z'),
  delegate: () => undefined,
});

function decide(person: string, verb: EnvironmentsVerb) {
  const userEntityRef = `user:default/${person}`;
  return policy.handle(
    { permission: recordPermissions[verb] },
    {
      credentials: mockCredentials.user(userEntityRef),
      info: { userEntityRef, ownershipEntityRefs: [] },
    },
  );
}

async function mayOf(person: string, resource: JudgedResource) {
  const may: EnvironmentsVerb[] = [];
  for (const verb of ENVIRONMENTS_VERBS) {
    if (allows(await decide(person, verb), resource)) {
      may.push(verb);
    }
  }
  return may;
}

describe('the verbs of self-service environments', () => {
  it('lets all who view the domain see, the creator manage, and the owner all of it', async () => {
    expect({
      ann: await mayOf('ann', RECORD),
      bea: await mayOf('bea', RECORD),
      vic: await mayOf('vic', RECORD),
      pat: await mayOf('pat', RECORD),
      oda: await mayOf('oda', RECORD),
    }).toEqual({
      ann: ['env-view', 'env-create', 'env-manage'],
      bea: ['env-view', 'env-create'],
      vic: ['env-view'],
      pat: ['env-view', 'env-create', 'env-manage', 'quota-manage'],
      // Named as a collaborator, but without a role in the domain.
      oda: [],
    });
  });

  it('lets collaborators manage, in person and through a department, as long as they hold a role', async () => {
    for (const collaborator of [
      'user:default/bea',
      'group:default/second-team',
    ]) {
      const shared = { ...RECORD, collaborators: [collaborator] };
      expect(await mayOf('bea', shared)).toContain('env-manage');
      expect(await mayOf('vic', shared)).toEqual(['env-view']);
    }
  });

  it('judges making one by the baseline of the domain in that cluster', async () => {
    const production = { ...BASELINE, cluster: 'prod-sh', tier: 'production' };
    const partner = { ...BASELINE, cluster: 'kl', restricted: true };
    const other = { ...BASELINE, domainRef: 'domain:default/rides' };
    const may = async (person: string, baseline: JudgedResource) =>
      allows(await decide(person, 'env-create'), baseline);
    expect([
      await may('ann', BASELINE),
      await may('ann', production),
      await may('ann', partner),
      await may('ann', other),
      await may('pat', production),
      await may('pat', partner),
    ]).toEqual([true, false, false, false, true, false]);
  });

  it('gives conditions that the plugin of the environments applies', async () => {
    const resourceType = 'environments-record-env-manage';
    expect(await decide('ann', 'env-manage')).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'environments',
      resourceType,
      conditions: {
        allOf: [
          {
            allOf: [
              { not: { resourceType, rule: 'IS_RESTRICTED' } },
              {
                resourceType,
                rule: 'IN_DOMAIN',
                params: { domainRefs: [PAYMENTS] },
              },
              {
                resourceType,
                rule: 'HAS_TIER',
                params: { tiers: ['development'] },
              },
            ],
          },
          {
            anyOf: [
              {
                resourceType,
                rule: 'CREATED_BY',
                params: { userRefs: ['user:default/ann'] },
              },
              {
                resourceType,
                rule: 'SHARED_WITH',
                params: {
                  claims: [
                    'user:default/ann',
                    'group:default/team',
                    'group:default/department',
                    'group:default/company',
                  ],
                },
              },
            ],
          },
        ],
      },
    });
  });
});
