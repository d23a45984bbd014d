import {
  Explanation,
  ExplainedVerb,
} from '@domaindeck/backstage-plugin-access-common';

/**
 * Verbs that people think of as one thing. A group appears as far as its verbs exist, and stays one line as long as they
 * are allowed together everywhere.
 */
export const VERB_GROUPS = [
  {
    key: 'see',
    verbs: [
      'workloads.view',
      'workloads.events',
      'workloads.metrics',
      'environments.env-view',
    ],
  },
  { key: 'logs', verbs: ['workloads.logs'] },
  { key: 'logSearch', verbs: ['workloads.log-search'] },
  { key: 'logDownload', verbs: ['workloads.log-download'] },
  {
    key: 'shell',
    verbs: ['workloads.exec', 'workloads.file-down', 'workloads.file-up'],
  },
  {
    key: 'restart',
    verbs: ['workloads.restart', 'workloads.pause'],
  },
  {
    key: 'scale',
    verbs: ['workloads.scale', 'workloads.rollback', 'workloads.release'],
  },
  {
    key: 'ownEnvironments',
    verbs: ['environments.env-create', 'environments.env-manage-own'],
  },
  { key: 'secrets', verbs: ['workloads.secret-reveal'] },
  {
    key: 'quota',
    verbs: ['environments.env-manage', 'environments.quota-manage'],
  },
  { key: 'grants', verbs: ['access.grant-manage'] },
  { key: 'record', verbs: ['access.audit'] },
] as const;

export type VerbGroupKey = (typeof VERB_GROUPS)[number]['key'];

/** What a line of "may" is called: a group of verbs, or a verb by its own name. */
export type VerbName =
  | { readonly type: 'group'; readonly key: VerbGroupKey }
  | { readonly type: 'verb'; readonly verb: string };

/** One answer of {@link MayRow}. */
export interface MayCell {
  readonly cluster: string;
  readonly allowed: boolean;
  /** The least role that would give it, where it is not allowed. */
  readonly needs?: string;
  /** The strongest role held there instead. */
  readonly holds?: string;
}

/** One line of what somebody may. */
export interface MayRow {
  readonly name: VerbName;
  /** Verb without its plugin, as the URL has it: the first of the group. */
  readonly verb: string;
  readonly cells: readonly MayCell[];
}

/** What somebody may, line by line, in the order of the groups and then of the backend. */
export function mayRows(explanation: Explanation): MayRow[] {
  const grouped = new Set<string>();
  const rows = VERB_GROUPS.flatMap(group => {
    const members = explanation.verbs.filter(({ verb }) =>
      (group.verbs as readonly string[]).includes(verb),
    );
    if (members.length === 0 || !agree(members)) {
      return [];
    }
    members.forEach(({ verb }) => grouped.add(verb));
    return [rowOf({ type: 'group', key: group.key }, members[0])];
  });
  const single = explanation.verbs
    .filter(({ verb }) => !grouped.has(verb))
    .map(verb => rowOf({ type: 'verb', verb: verb.verb }, verb));
  return [...rows, ...single];
}

/** The groups of which a role holds every verb that exists. */
export function groupsOfRole(
  held: readonly string[],
  existing: readonly string[],
): VerbGroupKey[] {
  return VERB_GROUPS.filter(group => {
    const verbs = group.verbs.filter(verb => existing.includes(verb));
    return verbs.length > 0 && verbs.every(verb => held.includes(verb));
  }).map(group => group.key);
}

/** What verbs are called, those of a group by the name of the group. */
export function namesOfVerbs(verbs: readonly string[]): VerbName[] {
  const groups = VERB_GROUPS.filter(group =>
    group.verbs.some(verb => verbs.includes(verb)),
  );
  const known = groups.flatMap(group => group.verbs as readonly string[]);
  return [
    ...groups.map(({ key }) => ({ type: 'group' as const, key })),
    ...verbs
      .filter(verb => !known.includes(verb))
      .map(verb => ({ type: 'verb' as const, verb })),
  ];
}

/** A verb without its plugin, as the URL has it. */
export function shortVerb(verb: string): string {
  return verb.slice(verb.indexOf('.') + 1);
}

function agree(verbs: readonly ExplainedVerb[]): boolean {
  return verbs[0].cells.every((cell, index) =>
    verbs.every(verb => verb.cells[index]?.allowed === cell.allowed),
  );
}

function rowOf(name: VerbName, verb: ExplainedVerb): MayRow {
  return {
    name,
    verb: shortVerb(verb.verb),
    cells: verb.cells.map(({ cluster, allowed, needs, holds }) => ({
      cluster,
      allowed,
      needs: needs?.[0],
      holds,
    })),
  };
}
