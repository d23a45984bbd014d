import {
  ExplainedChain,
  Explanation,
  SubjectInfo,
} from '@domaindeck/backstage-plugin-access-common';

/** One step of the way from a person to what the person may. */
export type ChainStep =
  | {
      readonly type: 'subject';
      readonly subject: SubjectInfo;
      /** The departments above, the nearest first; only of a department. */
      readonly partOf: readonly SubjectInfo[];
      /** What comes next: a department, or a role. */
      readonly leads: 'in' | 'holds' | 'nothing';
    }
  | { readonly type: 'role'; readonly chain: ExplainedChain }
  | { readonly type: 'closed'; readonly clusters: readonly string[] };

/**
 * The chains of an explanation as one list: who, then department by department with the roles that come through it, and
 * at last where nothing holds. What is held directly comes before the departments.
 */
export function chainSteps(explanation: Explanation): ChainStep[] {
  const { subject, chains, environments } = explanation;
  const direct = chains.filter(chain => chain.path.length <= 1);
  const departments = new Map<string, ExplainedChain[]>();
  for (const chain of chains) {
    const department = chain.path[1]?.ref;
    if (department) {
      departments.set(department, [
        ...(departments.get(department) ?? []),
        chain,
      ]);
    }
  }
  const held = new Set(chains.flatMap(chain => chain.clusters));
  const closed = environments
    .map(({ cluster }) => cluster)
    .filter(cluster => !held.has(cluster));
  return [
    {
      type: 'subject',
      subject,
      partOf: [],
      leads: leadsOf(direct.length, departments.size),
    },
    ...direct.map(chain => ({ type: 'role' as const, chain })),
    ...[...departments.values()].flatMap(through => [
      departmentStep(through),
      ...through.map(chain => ({ type: 'role' as const, chain })),
    ]),
    { type: 'closed', clusters: closed },
  ];
}

function departmentStep(through: readonly ExplainedChain[]): ChainStep {
  const [, department] = through[0].path;
  const longest = through.reduce(
    (best, chain) => (chain.path.length > best.length ? chain.path : best),
    through[0].path,
  );
  return {
    type: 'subject',
    subject: department,
    partOf: longest.slice(2),
    leads: 'holds',
  };
}

function leadsOf(direct: number, departments: number) {
  if (direct > 0) {
    return 'holds' as const;
  }
  return departments > 0 ? ('in' as const) : ('nothing' as const);
}
