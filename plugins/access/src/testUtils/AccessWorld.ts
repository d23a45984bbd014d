import {
  AuditEntry,
  EndedRights,
  GrantRecord,
  RightsEnvironment,
  RightSource,
  Role,
  SubjectInfo,
} from '@domaindeck/backstage-plugin-access-common';

/**
 * What an {@link InMemoryAccessApi} holds: one domain, its company and its grants.
 * @public
 */
export interface AccessWorld {
  readonly domain: { readonly ref: string; readonly title: string };
  /** Refs of who owns the domain in the catalog. */
  readonly owners: readonly string[];
  readonly environments: readonly RightsEnvironment[];
  /** The weakest first. */
  readonly roles: readonly Role[];
  readonly verbs: readonly string[];
  readonly groups: readonly {
    readonly ref: string;
    readonly title: string;
    readonly parent?: string;
  }[];
  readonly people: readonly {
    readonly ref: string;
    readonly title: string;
    readonly groups: readonly string[];
  }[];
  readonly grants: readonly GrantRecord[];
  /** Newest first. */
  readonly audit: readonly AuditEntry[];
  /** Ref of the person who asks. */
  readonly caller: string;
  readonly permissionsEnabled?: boolean;
  /** What the person who asks held until lately; nothing unless told. */
  readonly ended?: EndedRights;
}

/** A role that somebody holds in one cluster, and through what. */
export interface HeldRole {
  readonly role: Role;
  readonly source: RightSource;
  /** From the holder to the subject of the grant or the owner. */
  readonly path: readonly SubjectInfo[];
  readonly grant?: GrantRecord;
}

/** How a page names a person or group of the world. */
export function subjectOf(world: AccessWorld, ref: string): SubjectInfo {
  const group = world.groups.find(one => one.ref === ref);
  const person = world.people.find(one => one.ref === ref);
  return {
    ref,
    kind: ref.startsWith('user:') ? 'user' : 'group',
    title: (group ?? person)?.title ?? ref.replace(/^.*\//, ''),
    known: Boolean(group ?? person),
  };
}

/** The way from a person or group to each group above, itself included. */
export function waysUp(world: AccessWorld, ref: string): string[][] {
  const above =
    world.people.find(person => person.ref === ref)?.groups ??
    [world.groups.find(group => group.ref === ref)?.parent ?? []].flat();
  return [
    [ref],
    ...above.flatMap(parent => waysUp(world, parent).map(way => [ref, ...way])),
  ];
}

/** Refs of the people of a group and of the groups below it. */
export function peopleOf(world: AccessWorld, group: string): string[] {
  return world.people
    .filter(person =>
      waysUp(world, person.ref).some(way => way.includes(group)),
    )
    .map(person => person.ref);
}

/** The roles that somebody holds in a cluster, the strongest first. */
export function heldRoles(
  world: AccessWorld,
  ref: string,
  cluster: string,
): HeldRole[] {
  const environment = world.environments.find(one => one.cluster === cluster);
  if (!environment) {
    return [];
  }
  return waysUp(world, ref)
    .flatMap(way => {
      const holder = way[way.length - 1];
      const path = way.map(step => subjectOf(world, step));
      const granted = world.grants
        .filter(
          grant =>
            !grant.ended &&
            grant.subject.ref === holder &&
            reaches(grant, world, environment),
        )
        .flatMap(grant => {
          const role = world.roles.find(one => one.name === grant.role);
          return role
            ? [
                {
                  role,
                  path,
                  grant,
                  source: {
                    type: 'grant' as const,
                    grantId: grant.id,
                    subject: grant.subject,
                    until: grant.until,
                  },
                },
              ]
            : [];
        });
      const owner = world.roles.find(one => one.name === 'owner');
      return owner && world.owners.includes(holder) && !environment.restricted
        ? [
            {
              role: owner,
              path,
              source: {
                type: 'ownership' as const,
                subject: subjectOf(world, holder),
              },
            },
            ...granted,
          ]
        : granted;
    })
    .sort((a, b) => b.role.rank - a.role.rank);
}

function reaches(
  grant: GrantRecord,
  world: AccessWorld,
  environment: RightsEnvironment,
): boolean {
  const { tiers, clusters, tags } = grant.where;
  const { domains } = grant;
  return (
    (domains === 'all' ||
      (domains === 'owned'
        ? world.owners.includes(grant.subject.ref)
        : domains.includes(world.domain.ref))) &&
    (!tiers || tiers.includes(environment.tier)) &&
    (!clusters || clusters.includes(environment.cluster)) &&
    (!tags || environment.tags.some(tag => tags.includes(tag))) &&
    (!environment.restricted || clusters !== undefined || tags !== undefined)
  );
}
