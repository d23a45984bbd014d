import { Entity } from '@backstage/catalog-model';
import { Grant } from '@domaindeck/backstage-plugin-access-common';

/** How large the company is. */
export interface CompanySize {
  readonly grants: number;
  readonly groups: number;
  /** Departments above one another, from the company down to a team. */
  readonly depth: number;
  readonly domains: number;
  readonly people: number;
}

/** A company whose departments form a tree, and whose grants touch all of them. */
export interface LargeCompany {
  readonly entities: readonly Entity[];
  readonly grants: readonly Grant[];
  readonly people: readonly string[];
}

const TIERS = ['development', 'testing', 'pre-production', 'production'];
const ROLES = ['viewer', 'developer', 'operator', 'auditor'];

/** Makes the same company each time. */
export function largeCompany(size: CompanySize): LargeCompany {
  // So many children that the tree has the depth.
  const children = Math.max(2, Math.ceil(size.groups ** (1 / size.depth)));
  const people = list(size.people, index => `user:default/person-${index}`);
  const groupRef = (index: number) => `group:default/group-${index}`;
  const members = new Map<number, string[]>();
  people.forEach((person, index) => {
    // The leaves of the tree are its second half.
    const leaf = size.groups - 1 - (index % Math.ceil(size.groups / 2));
    members.set(leaf, [...(members.get(leaf) ?? []), person]);
  });
  const groups = list(size.groups, index =>
    entity('Group', `group-${index}`, [
      ...(index > 0
        ? [`childOf ${groupRef(Math.floor((index - 1) / children))}`]
        : []),
      ...(members.get(index) ?? []).map(person => `hasMember ${person}`),
    ]),
  );
  const domains = list(size.domains, index =>
    entity('Domain', `domain-${index}`, [
      `ownedBy ${groupRef((index * 7) % size.groups)}`,
    ]),
  );
  const grants = list(
    size.grants,
    (index): Grant => ({
      id: `grant-${index}`,
      subject:
        index % 5 === 0
          ? people[(index * 13) % people.length]
          : groupRef((index * 11) % size.groups),
      domains: [`domain:default/domain-${index % size.domains}`],
      where: index % 3 === 0 ? {} : { tiers: [TIERS[index % TIERS.length]] },
      role: ROLES[index % ROLES.length],
      ...(index % 4 === 0 ? { until: '2099-01-01T00:00:00.000Z' } : {}),
    }),
  );
  return { entities: [...groups, ...domains], grants, people };
}

function list<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function entity(
  kind: string,
  name: string,
  relations: readonly string[],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    relations: relations.map(relation => {
      const [type, targetRef] = relation.split(' ');
      return { type, targetRef };
    }),
  };
}
