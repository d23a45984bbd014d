import {
  Explanation,
  ExplainedChain,
  Preview,
  PreviewChange,
  RightsCell,
  RightsMatrix,
  RightsMember,
  RightsRow,
} from '@domaindeck/backstage-plugin-access-common';
import {
  AccessWorld,
  heldRoles,
  peopleOf,
  subjectOf,
  waysUp,
} from './AccessWorld';

/** The verbs that somebody holds in a cluster. */
export function verbsOf(
  world: AccessWorld,
  ref: string,
  cluster: string,
): string[] {
  const held = heldRoles(world, ref, cluster).flatMap(({ role }) => role.verbs);
  return world.verbs.filter(verb => held.includes(verb));
}

/** The columns in which a person sees something. */
export function visibleTo(world: AccessWorld, ref: string): AccessWorld {
  return {
    ...world,
    environments: world.environments.filter(({ cluster }) =>
      verbsOf(world, ref, cluster).includes('workloads.view'),
    ),
  };
}

/** The rows of the matrix: who holds something, the owners first. */
export function rowsOf(world: AccessWorld): RightsRow[] {
  const subjects = [
    ...world.groups.map(({ ref }) => ref),
    ...world.people
      .filter(({ ref }) =>
        world.grants.some(grant => !grant.ended && grant.subject.ref === ref),
      )
      .map(({ ref }) => ref),
  ];
  return subjects
    .map(ref => rowOf(world, ref))
    .filter(row => row.cells.some(cell => cell.role))
    .sort(
      (a, b) =>
        Number(b.ownsDomain) - Number(a.ownsDomain) ||
        a.subject.title.localeCompare(b.subject.title),
    );
}

/** The people of a department, those who differ from it first. */
export function membersOf(world: AccessWorld, group: string): RightsMember[] {
  const department = JSON.stringify(cellsOf(world, group).map(c => c.role));
  return peopleOf(world, group)
    .map(ref => {
      const cells = cellsOf(world, ref);
      return {
        subject: subjectOf(world, ref),
        isCaller: ref === world.caller,
        differs: JSON.stringify(cells.map(c => c.role)) !== department,
        cells,
      };
    })
    .sort(
      (a, b) =>
        Number(b.differs) - Number(a.differs) ||
        a.subject.title.localeCompare(b.subject.title),
    );
}

/** The whole matrix as the caller sees it. */
export function matrixOf(world: AccessWorld): RightsMatrix {
  const rows = rowsOf(world);
  const inside = world.people.filter(({ ref }) =>
    cellsOf(world, ref).some(cell => cell.role),
  );
  const clustersWith = (verb: string) =>
    world.environments
      .map(({ cluster }) => cluster)
      .filter(cluster => verbsOf(world, world.caller, cluster).includes(verb));
  const manages = clustersWith('access.grant-manage');
  const audits = clustersWith('access.audit');
  const { ref, title } = world.domain;
  return {
    entityRef: ref,
    domain: { ref, title },
    permissionsEnabled: world.permissionsEnabled ?? true,
    roles: [...world.roles],
    verbs: [...world.verbs],
    environments: [...world.environments],
    rows,
    others: { count: world.people.length - inside.length },
    ask: askOf(world),
    caller: {
      subject: subjectOf(world, world.caller),
      manages,
      audits,
      mayManage: manages.length > 0,
      mayAudit: audits.length > 0,
      refusal:
        manages.length > 0
          ? undefined
          : 'Changing grants needs owner; ask an owner of the domain.',
      auditRefusal:
        audits.length > 0
          ? undefined
          : 'Reading the record needs owner or auditor; ask an owner of the domain.',
    },
  };
}

/** What somebody may, and through what. */
export function explanationOf(world: AccessWorld, ref: string): Explanation {
  const chains: ExplainedChain[] = [];
  for (const { cluster } of world.environments) {
    for (const { role, path, source, grant } of heldRoles(
      world,
      ref,
      cluster,
    )) {
      const known = chains.find(
        chain =>
          chain.source === source.type &&
          chain.grant?.id === grant?.id &&
          chain.path.length === path.length,
      );
      if (known) {
        known.clusters.push(cluster);
      } else {
        chains.push({
          role: role.name,
          path: [...path],
          source: source.type,
          grant,
          clusters: [cluster],
          verbs: role.verbs,
        });
      }
    }
  }
  return {
    subject: subjectOf(world, ref),
    entityRef: world.domain.ref,
    domainRef: world.domain.ref,
    groups: waysUp(world, ref)
      .slice(1)
      .map(path => ({
        group: subjectOf(world, path[path.length - 1]),
        path,
      })),
    environments: [...world.environments],
    chains,
    verbs: world.verbs.map(verb => ({
      verb,
      cells: world.environments.map(({ cluster }) => {
        const allowed = verbsOf(world, ref, cluster).includes(verb);
        return {
          cluster,
          allowed,
          ...(allowed
            ? {}
            : {
                needs: world.roles
                  .filter(role => role.verbs.includes(verb))
                  .sort((a, b) => a.verbs.length - b.verbs.length)
                  .map(role => role.name),
                holds: heldRoles(world, ref, cluster)[0]?.role.name,
              }),
        };
      }),
    })),
    ask: askOf(world),
  };
}

/** Who gains and loses what between two states of the grants. */
export function differenceOf(
  before: AccessWorld,
  after: AccessWorld,
  subject: string,
): Omit<Preview, 'refusals' | 'warnings'> {
  const same = new Set(
    before.grants.filter(grant => after.grants.includes(grant)),
  );
  const reached = subject.startsWith('user:')
    ? [subject]
    : peopleOf(before, subject);
  const people = reached.flatMap(ref =>
    before.environments.flatMap(({ cluster }) => {
      const reach = [before, after].some(world =>
        heldRoles(world, ref, cluster).some(
          held => held.grant && !same.has(held.grant),
        ),
      );
      return reach ? [changeOf(before, after, ref, cluster)] : [];
    }),
  );
  const refsWith = (test: (change: PreviewChange) => boolean) =>
    new Set(people.filter(test).map(change => change.subject.ref));
  const gaining = refsWith(change => change.gained.length > 0);
  const losing = refsWith(change => change.lost.length > 0);
  return {
    rows: rowsOf(after),
    people: people.sort(
      (a, b) =>
        Number(a.outcome === 'unchanged') - Number(b.outcome === 'unchanged'),
    ),
    counts: {
      gaining: gaining.size,
      losing: losing.size,
      unchanged: reached.filter(ref => !gaining.has(ref) && !losing.has(ref))
        .length,
      streamsOf: refsWith(change => change.lost.includes('workloads.view'))
        .size,
    },
  };
}

function changeOf(
  before: AccessWorld,
  after: AccessWorld,
  ref: string,
  cluster: string,
): PreviewChange {
  const now = verbsOf(before, ref, cluster);
  const then = verbsOf(after, ref, cluster);
  const gained = then.filter(verb => !now.includes(verb));
  const lost = now.filter(verb => !then.includes(verb));
  const [held] = heldRoles(before, ref, cluster);
  const changes = gained.length > 0 ? ('gains' as const) : ('loses' as const);
  const unchanged = gained.length === 0 && lost.length === 0;
  return {
    subject: subjectOf(before, ref),
    cluster,
    before: held?.role.name,
    after: heldRoles(after, ref, cluster)[0]?.role.name,
    outcome: unchanged ? 'unchanged' : changes,
    gained,
    lost,
    ...(unchanged && held ? { already: held.source } : {}),
  };
}

function rowOf(world: AccessWorld, ref: string): RightsRow {
  const [, ...ways] = waysUp(world, ref);
  return {
    subject: subjectOf(world, ref),
    partOf: ways.map(way => subjectOf(world, way[way.length - 1])),
    memberCount: ref.startsWith('user:') ? 1 : peopleOf(world, ref).length,
    ownsDomain: world.owners.includes(ref),
    everyDomain: world.grants.some(
      grant => grant.subject.ref === ref && grant.domains === 'all',
    ),
    isCaller: waysUp(world, world.caller).some(way => way.includes(ref)),
    cells: cellsOf(world, ref),
  };
}

function cellsOf(world: AccessWorld, ref: string): RightsCell[] {
  return world.environments.map(({ cluster }) => {
    const [held] = heldRoles(world, ref, cluster);
    return held
      ? { cluster, role: held.role.name, source: held.source }
      : { cluster };
  });
}

function askOf(world: AccessWorld) {
  return world.owners
    .flatMap(owner =>
      owner.startsWith('user:') ? [owner] : peopleOf(world, owner),
    )
    .map(ref => subjectOf(world, ref));
}
