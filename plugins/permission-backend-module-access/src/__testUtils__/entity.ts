import { Entity } from '@backstage/catalog-model';

/** @param relations - each written `type targetRef` */
export function entity(
  kind: string,
  name: string,
  ...relations: string[]
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    relations: relations.map(relation => {
      const [type, targetRef] = relation.split(' ');
      return { type, targetRef };
    }),
  };
}

/** Two domains, four departments below one another, two teams and two kinds of operators. */
export const ENTITIES = [
  entity('Domain', 'payments', 'ownedBy group:default/platform'),
  entity('Domain', 'rides', 'ownedBy group:default/riders'),
  entity('Group', 'company'),
  entity('Group', 'department', 'childOf group:default/company'),
  entity(
    'Group',
    'team',
    'childOf group:default/department',
    'hasMember user:default/ann',
  ),
  entity('Group', 'platform', 'hasMember user:default/pat'),
  entity('Group', 'operators', 'hasMember user:default/ops'),
  entity('Group', 'near-operators', 'hasMember user:default/almost'),
];
