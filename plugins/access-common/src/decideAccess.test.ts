import { decideAccess } from './decideAccess';
import { Grant } from './grants';
import { DEFAULT_ROLES } from './roles';
import { AccessEnvironment, AccessRules, AccessSubject } from './types';

const PAYMENTS = 'domain:default/payments';
const RIDES = 'domain:default/rides';
const NOW = new Date('2026-03-01T12:00:00Z');

const development: AccessEnvironment = {
  cluster: 'dev-1',
  tier: 'development',
  tags: ['shanghai'],
  restricted: false,
  domainRef: PAYMENTS,
};
const production = { ...development, cluster: 'prod-sh', tier: 'production' };
const partner = {
  ...development,
  cluster: 'partner-kl',
  tier: 'partner',
  tags: ['kuala-lumpur', 'tenant'],
  restricted: true,
};

const person: AccessSubject = {
  ref: 'user:default/one',
  groups: new Map([
    ['group:default/team', ['user:default/one', 'group:default/team']],
    [
      'group:default/department',
      ['user:default/one', 'group:default/team', 'group:default/department'],
    ],
  ]),
};

function grant(overrides: Partial<Grant>): Grant {
  return {
    id: 'g',
    subject: 'group:default/team',
    domains: [PAYMENTS],
    where: {},
    role: 'viewer',
    ...overrides,
  };
}

function rules(...grants: Grant[]): AccessRules {
  return {
    grants,
    roles: DEFAULT_ROLES,
    domainOwners: new Map([
      [PAYMENTS, ['group:default/platform']],
      [RIDES, ['group:default/riders']],
    ]),
  };
}

function allowed(
  environment: AccessEnvironment,
  given: AccessRules,
  subject = person,
): boolean {
  return decideAccess(given, subject, environment, 'workloads.view', NOW)
    .allowed;
}

describe('decideAccess', () => {
  it('says through which groups, grant and role a right comes', () => {
    const department = grant({ subject: 'group:default/department' });
    expect(
      decideAccess(
        rules(department),
        person,
        development,
        'workloads.view',
        NOW,
      ),
    ).toEqual({
      allowed: true,
      because: [
        {
          source: { type: 'grant', grant: department },
          path: [
            'user:default/one',
            'group:default/team',
            'group:default/department',
          ],
          domainRefs: [PAYMENTS],
          where: {},
          role: 'viewer',
          verb: 'workloads.view',
        },
      ],
    });
  });

  it.each<[string, Partial<Grant>, AccessEnvironment, boolean]>([
    ['another group', { subject: 'group:default/x' }, development, false],
    ['the person', { subject: 'user:default/one' }, development, true],
    ['another domain', { domains: [RIDES] }, development, false],
    ['every domain', { domains: 'all' }, development, true],
    ['no owned domain', { domains: 'owned' }, development, false],
    ['the tier', { where: { tiers: ['development'] } }, development, true],
    ['another tier', { where: { tiers: ['development'] } }, production, false],
    ['the cluster', { where: { clusters: ['prod-sh'] } }, production, true],
    ['the tag', { where: { tags: ['x', 'shanghai'] } }, production, true],
    [
      'the tag but not the tier',
      { where: { tags: ['shanghai'], tiers: ['testing'] } },
      production,
      false,
    ],
    ['a restricted cluster unnamed', { domains: 'all' }, partner, false],
    [
      'a restricted cluster by tier only',
      { where: { tiers: ['partner'] } },
      partner,
      false,
    ],
    [
      'a restricted cluster by name',
      { where: { clusters: ['partner-kl'] } },
      partner,
      true,
    ],
    [
      'a restricted cluster by tag',
      { where: { tags: ['tenant'] } },
      partner,
      true,
    ],
    ['the past', { until: '2026-03-01T12:00:00Z' }, development, false],
    ['the future', { until: '2026-03-01T12:00:01Z' }, development, true],
    ['an unknown role', { role: 'nobody' }, development, false],
    [
      'a role named like a property of every object',
      { role: 'toString' },
      development,
      false,
    ],
  ])('judges a grant for %s', (_, overrides, environment, expected) => {
    expect(allowed(environment, rules(grant(overrides)))).toBe(expected);
  });

  it('gives the owner of a domain its role there, and not in restricted clusters', () => {
    const owner: AccessSubject = {
      ref: 'user:default/owner',
      groups: new Map([
        [
          'group:default/platform',
          ['user:default/owner', 'group:default/platform'],
        ],
      ]),
    };
    expect(allowed(production, rules(), owner)).toBe(true);
    expect(allowed(partner, rules(), owner)).toBe(false);
    expect(allowed({ ...production, domainRef: RIDES }, rules(), owner)).toBe(
      false,
    );
    expect(allowed(production, rules())).toBe(false);
  });

  it('resolves "owned" to what the subject of the grant owns', () => {
    const riders: AccessSubject = {
      ref: 'user:default/rider',
      groups: new Map([
        [
          'group:default/riders',
          ['user:default/rider', 'group:default/riders'],
        ],
      ]),
    };
    const given = rules(
      grant({
        subject: 'group:default/riders',
        domains: 'owned',
        where: { clusters: ['partner-kl'] },
      }),
    );
    expect(allowed({ ...partner, domainRef: RIDES }, given, riders)).toBe(true);
    expect(allowed(partner, given, riders)).toBe(false);
  });

  it('names the least role with the verb, and where the person has it', () => {
    const elsewhere = grant({ where: { tiers: ['testing'] } });
    const decision = decideAccess(
      rules(elsewhere),
      person,
      production,
      'workloads.view',
      NOW,
    );
    expect(decision).toMatchObject({
      allowed: false,
      elsewhere: [{ where: { tiers: ['testing'] } }],
    });
    expect(decision.allowed === false && decision.rolesWithVerb).toEqual([
      'viewer',
      'developer',
      'operator',
      'owner',
      'auditor',
    ]);
  });
});
