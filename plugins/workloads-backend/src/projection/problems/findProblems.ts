import { Problem } from '@domaindeck/backstage-plugin-workloads-common';
import { Family, Ownership } from '../ownership';
import { isPodEnded } from '../podPhase';
import { PodRow } from '../rows';
import { isTurnedAway } from './evicted';
import { codeOrder, familyRules, leavingPodRules, livePodRules } from './rules';
import { Facts, PodSight, Trouble } from './types';
import { earliest } from './warnings';
import { words } from './words';

/** A problem with what the judgement of health needs. */
export interface Finding {
  readonly problem: Problem;
  readonly failing: boolean;
  /** What goes on, in a few words for a cell. */
  readonly cell: string;
}

type Placed = Trouble & { readonly object: string };

/** The default of a Deployment's `progressDeadlineSeconds`. */
const DEFAULT_PATIENCE_SECONDS = 600;

/** The largest number that the field takes means that there is no deadline. */
const NO_DEADLINE = 2_147_483_647;

/** How long pods of a workload may take to get ready, in milliseconds. */
export function patienceOf(family: Family): number {
  const deadline = family.root.progressDeadlineSeconds;
  return (
    (deadline === undefined || deadline >= NO_DEADLINE
      ? DEFAULT_PATIENCE_SECONDS
      : deadline) * 1000
  );
}

/** The pods of a workload that should be running now. */
export function livePods(family: Family): readonly PodRow[] {
  return family.pods.filter(
    pod =>
      pod.deletingSince === undefined &&
      // A pod that is its own workload has nobody to replace it; one that succeeded is done.
      (!isPodEnded(pod) ||
        (family.root.kind === 'Pod' && pod.phase === 'Failed')),
  );
}

/** What keeps a workload from being well, worst first; troubles of one code over several pods are one problem. */
export function findProblems(
  family: Family,
  warnings: Ownership['warnings'],
  now: Date,
  roomOfNodes?: PodSight['roomOfNodes'],
): Finding[] {
  const patience = patienceOf(family);
  const live = new Set(livePods(family));
  const troubles = family.pods.flatMap(pod => {
    const sight = {
      pod: withoutEphemeral(pod),
      warnings: warnings.get(pod.uid) ?? [],
      now: now.getTime(),
      patience,
      isAlone: family.root.kind === 'Pod',
      roomOfNodes,
    };
    const rules = live.has(pod) ? livePodRules : leavingPodRules;
    for (const rule of rules) {
      const trouble = rule(sight);
      if (trouble) {
        return [{ ...trouble, object: `Pod/${pod.name}` }];
      }
    }
    return [];
  });
  const podFindings = [...byCode(troubles).values()].map(same =>
    merge(
      same,
      Math.max(live.size, same.length),
      live.size < family.root.desired && isTurnedAway(same, now.getTime()),
    ),
  );
  const familyFindings = familyRules
    .flatMap(rule => rule({ family, warnings, now: now.getTime(), patience }))
    .map(trouble => findingOf(trouble, trouble.facts));
  return [...podFindings, ...familyFindings].sort(worstFirst);
}

/** A person's debugging container is not what the pod is for. */
function withoutEphemeral(pod: PodRow): PodRow {
  return pod.containers.some(({ role }) => role === 'ephemeral')
    ? {
        ...pod,
        containers: pod.containers.filter(({ role }) => role !== 'ephemeral'),
      }
    : pod;
}

function byCode(troubles: readonly Placed[]): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const trouble of troubles) {
    const group = groups.get(trouble.code);
    if (group) {
      group.push(trouble);
    } else {
      groups.set(trouble.code, [trouble]);
    }
  }
  return groups;
}

/** The facts of the pod that has it longest lead; restarts are those of the pod that has most. */
function merge(
  same: readonly Placed[],
  total: number,
  failsTogether: boolean,
): Finding {
  const since = earliest(same.map(trouble => trouble.since));
  const lead = same.find(trouble => trouble.since === since) ?? same[0];
  const restarts = same.map(({ facts }) => Number(facts.restarts ?? 0));
  const facts = {
    ...lead.facts,
    pods: same.length,
    total,
    ...(lead.facts.restarts !== undefined && {
      restarts: Math.max(...restarts),
    }),
  };
  return findingOf(
    {
      ...lead,
      failing: failsTogether || same.some(({ failing }) => failing),
    },
    facts,
  );
}

function findingOf(trouble: Placed, facts: Facts): Finding {
  const { code, object, container, since, detail, failing } = trouble;
  return {
    failing,
    cell: words[code].cell(facts),
    problem: {
      code,
      message: words[code].sentence(facts),
      object,
      ...(detail !== undefined && { detail }),
      ...(container !== undefined && { container }),
      ...(since !== undefined && { since }),
      params: { ...facts },
    },
  };
}

function worstFirst(a: Finding, b: Finding): number {
  return (
    Number(b.failing) - Number(a.failing) ||
    codeOrder.indexOf(a.problem.code) - codeOrder.indexOf(b.problem.code)
  );
}
