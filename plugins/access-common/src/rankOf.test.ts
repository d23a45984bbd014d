import { rankOf, strongestRole } from './rankOf';

const ROLES = {
  viewer: ['w.view'],
  developer: ['w.view', 'w.exec'],
  operator: ['w.view', 'w.exec', 'w.scale'],
  owner: ['w.view', 'w.exec', 'w.scale', 'a.grant'],
  auditor: ['w.view', 'a.audit'],
  oncall: ['w.scale', 'w.exec', 'w.view', 'a.audit'],
  guest: [],
};

describe('rankOf', () => {
  it('ranks other roles by the strongest built-in one that they contain', () => {
    expect(
      Object.keys(ROLES).map(role => `${role} ${rankOf(ROLES, role)}`),
    ).toEqual([
      'viewer 1',
      'developer 2',
      'operator 3',
      'owner 4',
      'auditor 1',
      'oncall 3',
      'guest 1',
    ]);
    expect(rankOf(ROLES, 'constructor')).toBe(1);
  });

  it('does not take a role for more than it proves where two steps hold the same', () => {
    const same = { ...ROLES, developer: ['w.view'] };
    expect(rankOf(same, 'auditor')).toBe(1);
    expect(rankOf(same, 'developer')).toBe(2);
  });
});

describe('strongestRole', () => {
  it('takes the highest rank, then the most verbs', () => {
    expect(strongestRole(ROLES, ['viewer', 'owner', 'auditor'])).toBe('owner');
    expect(strongestRole(ROLES, ['viewer', 'auditor'])).toBe('auditor');
    expect(strongestRole(ROLES, [])).toBeUndefined();
  });
});
