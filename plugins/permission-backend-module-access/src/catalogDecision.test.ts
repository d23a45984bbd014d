import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  DEFAULT_ROLES,
  Grant,
} from '@domaindeck/backstage-plugin-access-common';
import { createOrganisation } from '@domaindeck/backstage-plugin-access-node';
import { ENTITIES } from './__testUtils__/entity';
import { AccessPolicy } from './AccessPolicy';

const GRANTS: Grant[] = [
  {
    id: 'team',
    subject: 'group:default/team',
    domains: ['domain:default/payments'],
    where: { tiers: ['development'] },
    role: 'viewer',
  },
  {
    id: 'operators',
    subject: 'group:default/operators',
    domains: 'all',
    where: {},
    role: 'operator',
  },
];
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };
const ONLY_COMPONENTS: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    resourceType: 'catalog-entity',
    rule: 'IS_ENTITY_KIND',
    params: { kinds: ['Component'] },
  },
};

const is = (rule: string, params: object) => ({
  resourceType: 'catalog-entity',
  rule,
  params,
});
const cluster = (value?: string) =>
  is('HAS_ANNOTATION', {
    annotation: 'domaindeck.io/cluster',
    ...(value ? { value } : {}),
  });
const type = (value: string) => is('HAS_SPEC', { key: 'type', value });
const NOT_OURS = { not: cluster() };

function decide(person: string | undefined, delegate?: PolicyDecision) {
  const policy = AccessPolicy.create({
    rules: { get: async () => ({ grants: GRANTS, roles: DEFAULT_ROLES }) },
    organisation: { get: async () => createOrganisation(ENTITIES) },
    clusters: [
      { name: 'dev-1', tier: 'development', tags: [], restricted: false },
      { name: 'dev-2', tier: 'development', tags: [], restricted: true },
      { name: 'prod-sh', tier: 'production', tags: [], restricted: false },
    ],
    logger: mockServices.logger.mock(),
    now: () => new Date('2026-11-01T00:00:00Z'),
    delegate: () => delegate && { handle: async () => delegate },
  });
  const userEntityRef = `user:default/${person}`;
  return policy.handle(
    { permission: catalogEntityReadPermission },
    person === undefined
      ? undefined
      : {
          credentials: mockCredentials.user(userEntityRef),
          info: { userEntityRef, ownershipEntityRefs: [] },
        },
  );
}

describe('AccessPolicy about the catalog', () => {
  it('leaves open what is neither a cluster nor an environment, whoever asks', async () => {
    for (const person of ['nobody', undefined]) {
      expect(await decide(person)).toEqual({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: NOT_OURS,
      });
    }
  });

  it('adds the clusters and environments that a grant reaches, never a restricted one that it does not name', async () => {
    expect(await decide('ann')).toMatchObject({
      conditions: {
        anyOf: [
          NOT_OURS,
          { allOf: [type('kubernetes-cluster'), cluster('dev-1')] },
          {
            allOf: [
              { allOf: [type('environment'), cluster('dev-1')] },
              is('HAS_ANNOTATION', {
                annotation: 'domaindeck.io/domain-ref',
                value: 'domain:default/payments',
              }),
            ],
          },
        ],
      },
    });
    const clusters = { anyOf: [cluster('dev-1'), cluster('prod-sh')] };
    expect(await decide('ops')).toMatchObject({
      conditions: {
        anyOf: [
          NOT_OURS,
          { allOf: [type('kubernetes-cluster'), clusters] },
          { allOf: [{ allOf: [type('environment'), clusters] }] },
        ],
      },
    });
  });

  it('narrows what another policy says, and never widens it', async () => {
    expect(await decide('ops', DENY)).toEqual(DENY);
    expect(await decide('nobody', ONLY_COMPONENTS)).toMatchObject({
      conditions: { allOf: [NOT_OURS, ONLY_COMPONENTS.conditions] },
    });
  });
});
