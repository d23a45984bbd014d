import { parseGrants } from './parseGrants';
import { parseRoles } from './parseRoles';
import { DEFAULT_ROLES } from './roles';

const VALID = {
  subject: 'Group:checkout',
  domains: ['domain:payments'],
  role: 'viewer',
};

describe('parseGrants', () => {
  it('completes references and gives ids', () => {
    expect(
      parseGrants(
        [{ ...VALID, where: { tiers: ['production'] }, why: 'on call' }],
        DEFAULT_ROLES,
      ),
    ).toEqual([
      {
        id: 'config-0',
        subject: 'group:default/checkout',
        domains: ['domain:default/payments'],
        where: { tiers: ['production'] },
        role: 'viewer',
        why: 'on call',
      },
    ]);
    expect(parseGrants(undefined, DEFAULT_ROLES)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['access.grants must', {}],
    ['access.grants[0] must', ['x']],
    ['access.grants[0].rol is unknown', [{ ...VALID, rol: 'x' }]],
    ['access.grants[0].role names the unknown', [{ ...VALID, role: 'boss' }]],
    [
      'access.grants[0].role names the unknown',
      [{ ...VALID, role: 'constructor' }],
    ],
    ['access.grants[0].subject holds', [{ ...VALID, subject: 'checkout' }]],
    ['access.grants[0].subject holds', [{ ...VALID, subject: 'component:x' }]],
    ['access.grants[0].subject must', [{ ...VALID, subject: undefined }]],
    ['access.grants[0].domains must', [{ ...VALID, domains: 'payments' }]],
    ['access.grants[0].domains must', [{ ...VALID, domains: [] }]],
    ['access.grants[0].domains[0] holds', [{ ...VALID, domains: ['group:x'] }]],
    [
      'access.grants[0].where.tier is unknown',
      [{ ...VALID, where: { tier: [] } }],
    ],
    ['access.grants[0].where.tiers must', [{ ...VALID, where: { tiers: [] } }]],
    [
      'access.grants[0].where.tags[0] must',
      [{ ...VALID, where: { tags: [1] } }],
    ],
    ['access.grants[0].until must', [{ ...VALID, until: 'tomorrow' }]],
    [
      'access.grants[1].id repeats',
      [
        { ...VALID, id: 'a' },
        { ...VALID, id: 'a' },
      ],
    ],
  ])('refuses: %s', (message, value) => {
    expect(() => parseGrants(value, DEFAULT_ROLES)).toThrow(message);
  });
});

describe('parseRoles', () => {
  it('replaces and adds roles', () => {
    const roles = parseRoles({ viewer: ['workloads.view'], guest: [] });
    expect(roles.viewer).toEqual(['workloads.view']);
    expect(roles.guest).toEqual([]);
    expect(roles.owner).toEqual(DEFAULT_ROLES.owner);
    expect(parseRoles(undefined)).toBe(DEFAULT_ROLES);
  });

  it.each<[string, unknown]>([
    ['access.roles must', []],
    ['access.roles.viewer must', { viewer: 'workloads.view' }],
    [
      'access.roles.viewer[1] holds the unknown verb',
      { viewer: ['workloads.view', 'fly'] },
    ],
  ])('refuses: %s', (message, value) => {
    expect(() => parseRoles(value)).toThrow(message);
  });
});
