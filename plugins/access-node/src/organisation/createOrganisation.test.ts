import { Entity } from '@backstage/catalog-model';
import { createOrganisation } from './createOrganisation';

function entity(
  kind: string,
  name: string,
  relations: string[] = [],
  displayName?: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    spec: displayName ? { profile: { displayName } } : {},
    relations: relations.map(relation => {
      const [type, targetRef] = relation.split(' ');
      return { type, targetRef };
    }),
  };
}

const organisation = createOrganisation([
  entity('Domain', 'payments', ['ownedBy group:default/Team']),
  entity('Group', 'company', ['childOf group:default/team'], 'Company'),
  entity('Group', 'team', [
    'childOf group:default/company',
    'hasMember user:default/ann',
    'hasMember user:default/gone',
  ]),
  entity('Group', 'other', [
    'childOf group:default/company',
    'hasMember user:default/bob',
  ]),
  entity('User', 'ann', [], 'Ann Other'),
  entity('User', 'lonely'),
]);

describe('createOrganisation', () => {
  it('finds every department of a person with the way to it, also in a circle', () => {
    expect([...organisation.subject('User:default/Ann').groups]).toEqual([
      ['group:default/team', ['user:default/ann', 'group:default/team']],
      [
        'group:default/company',
        ['user:default/ann', 'group:default/team', 'group:default/company'],
      ],
    ]);
    expect([
      ...organisation.subject('group:default/team').groups.keys(),
    ]).toEqual(['group:default/company']);
    expect(organisation.subject('user:default/lonely').groups.size).toBe(0);
  });

  it('finds the people of a department and of those below it, each once', () => {
    const people = organisation.peopleOf('group:default/company');
    expect([...people].sort()).toEqual([
      'user:default/ann',
      'user:default/bob',
      'user:default/gone',
    ]);
    expect(organisation.peopleOf('user:default/lonely')).toEqual([
      'user:default/lonely',
    ]);
    expect(organisation.people).toHaveLength(4);
  });

  it('names people and departments, also those that the catalog lost', () => {
    expect(organisation.titleOf('user:default/ann')).toBe('Ann Other');
    expect(organisation.titleOf('group:default/company')).toBe('Company');
    expect(organisation.titleOf('group:default/team')).toBe('team');
    expect(organisation.titleOf('group:default/none')).toBe('none');
    expect(organisation.titleOf('service:x')).toBe('x');
    expect(organisation.has('domain:default/payments')).toBe(true);
    expect(organisation.has('group:default/none')).toBe(false);
    expect(organisation.domainOwners.get('domain:default/payments')).toEqual([
      'group:default/team',
    ]);
  });
});
