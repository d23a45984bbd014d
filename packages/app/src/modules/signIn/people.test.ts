import {
  AccessSubject,
  decideAccess,
  DEFAULT_ROLES,
  parseGrants,
} from '@domaindeck/backstage-plugin-access-common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { OWNER, PEOPLE, Role, Tier, TIERS } from './people';

const ROOT = join(__dirname, '../../../../..');
const RANK: readonly Role[] = [
  'none',
  'viewer',
  'developer',
  'operator',
  'owner',
];

interface ClusterSettings {
  readonly tier: string;
  readonly tags: string[];
  readonly restricted?: boolean;
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function entitiesOf(file: string) {
  return parseAllDocuments(read(file)).map(document => document.toJS());
}

const org = entitiesOf('examples/catalog/org.yaml');

function groupsOf(ref: string): AccessSubject['groups'] {
  const groups = new Map<string, readonly string[]>();
  const climb = (names: readonly string[], path: readonly string[]) => {
    for (const name of names) {
      const group = `group:default/${name}`;
      const entity = org.find(
        ({ kind, metadata }) => kind === 'Group' && metadata.name === name,
      );
      groups.set(group, [...path, group]);
      climb([entity.spec.parent ?? []].flat(), [...path, group]);
    }
  };
  const user = org.find(
    ({ kind, metadata }) =>
      kind === 'User' && `user:default/${metadata.name}` === ref,
  );
  climb(user.spec.memberOf, [ref]);
  return groups;
}

describe('the people of the sign-in page', () => {
  const clusters: Record<string, ClusterSettings> = parse(
    read('examples/clusters.yaml'),
  ).workloads.clusters;
  const payments = entitiesOf('examples/catalog/payments.yaml')[0];
  const rules = {
    roles: DEFAULT_ROLES,
    grants: parseGrants(
      parse(read('examples/clusters.yaml')).access.grants,
      DEFAULT_ROLES,
    ),
    domainOwners: new Map([['domain:default/payments', [payments.spec.owner]]]),
  };

  function roleIn(ref: string, tier: Tier): Role {
    const name = tier === 'preProduction' ? 'pre-production' : tier;
    const [cluster, settings] = Object.entries(clusters).find(
      ([, candidate]) => candidate.tier === name,
    )!;
    const decision = decideAccess(
      rules,
      { ref, groups: groupsOf(ref) },
      {
        cluster,
        tier: name,
        tags: settings.tags,
        restricted: settings.restricted ?? false,
        domainRef: 'domain:default/payments',
      },
      'workloads.view',
      new Date('2026-01-01T00:00:00Z'),
    );
    const roles = decision.allowed
      ? decision.because.map(grant => grant.role as Role)
      : [];
    return RANK[Math.max(0, ...roles.map(role => RANK.indexOf(role)))];
  }

  it.each(
    [...PEOPLE, OWNER].map(person => [person.entityRef, person] as const),
  )('says of %s what the grants give', (ref, person) => {
    const granted = Object.fromEntries(
      TIERS.map(tier => [tier, roleIn(ref, tier)]),
    );
    expect(person.roles).toEqual(granted);
  });

  it('offers only people whom the backend lets in', () => {
    const { people } = parse(read('app-config.yaml')).auth.providers.demoPeople;
    for (const person of [...PEOPLE, OWNER]) {
      expect(people).toContain(person.entityRef);
    }
  });
});
