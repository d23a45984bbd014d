import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';

/** The domain whose baseline is cloned. */
export const DOMAIN = 'domain:default/tickets';

function entity(
  kind: string,
  name: string,
  relations: readonly string[] = [],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: {},
    relations: relations.map(relation => {
      const [type, targetRef] = relation.split(' ');
      return { type, targetRef };
    }),
  };
}

/** Ann and Bea develop, Vic views, Pat's team owns the domain, Ines operates all clusters, Oda has nothing here. */
export const COMPANY: readonly Entity[] = [
  entity('Domain', 'tickets', ['ownedBy group:default/platform']),
  entity('Domain', 'other', ['ownedBy group:default/others']),
  entity('Group', 'platform', ['hasMember user:default/pat']),
  entity('Group', 'others', ['hasMember user:default/oda']),
  entity('Group', 'developers', [
    'hasMember user:default/ann',
    'hasMember user:default/bea',
    'hasMember user:default/cem',
    'hasMember user:default/dao',
  ]),
  entity('Group', 'operators', ['hasMember user:default/ines']),
  entity('Group', 'readers', ['hasMember user:default/vic']),
  ...['ann', 'bea', 'cem', 'dao', 'vic', 'pat', 'ines', 'oda'].map(name =>
    entity('User', name),
  ),
];

/** What the config grants them. */
export const ACCESS: JsonObject = {
  grants: [
    { subject: 'group:default/operators', domains: 'all', role: 'operator' },
    {
      subject: 'group:default/developers',
      domains: [DOMAIN],
      where: { tiers: ['development'] },
      role: 'developer',
    },
    {
      subject: 'group:default/readers',
      domains: [DOMAIN],
      where: { tiers: ['development'] },
      role: 'viewer',
    },
  ],
};
