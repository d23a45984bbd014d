import { Workload } from '@domaindeck/backstage-plugin-workloads-common';

/** What the ends of names that Kubernetes makes up are written in: it has no vowels, and no digits that look like one. */
const MADE_UP = '[bcdfghjklmnpqrstvwxz2456789]';

/** Which pods are a workload's, as expressions in RE2 syntax for whole names. */
export interface PodNames {
  readonly pods: readonly string[];
  /** Names that are somebody else's although `pods` says them. */
  readonly exceptPods?: readonly string[];
}

/** What names of pods are told by. */
export type NamedWorkload = Pick<Workload, 'kind' | 'name'> & {
  readonly pods: readonly { readonly name: string }[];
};

/**
 * An expression in RE2 syntax for the names that the pods of a workload have or had. A store knows pods by name only;
 * the end of the name is what the workload's kind makes it.
 */
export function podPattern(workload: Pick<Workload, 'kind' | 'name'>): string {
  const name = quotePattern(workload.name);
  switch (workload.kind) {
    case 'Pod':
      return name;
    case 'StatefulSet':
      return `${name}-[0-9]+`;
    case 'Deployment':
      return `${name}-${MADE_UP}{1,10}-${MADE_UP}{5}`;
    case 'CronJob':
      return `${name}-[0-9]+-${MADE_UP}{5}`;
    default:
      return `${name}-${MADE_UP}{5}`;
  }
}

/**
 * The names of the pods that a workload has or had, without those of its neighbours: `web-rpc-x7k2p` may be a pod of a
 * Deployment `web` or of a DaemonSet `web-rpc`. A living pod is whose it is; one that is gone is counted to the workload
 * with the longer name, and to none where both have the same.
 *
 * @param others - workloads of the same namespace whose pods must not be taken for this one's
 * @returns parts of which a pod has to be in one
 */
export function podNames(
  workload: NamedWorkload,
  others: readonly NamedWorkload[],
): PodNames[] {
  const pods = [podPattern(workload)];
  const exceptPods = exceptionsOf(workload, others);
  const named = { pods, ...(exceptPods.length > 0 && { exceptPods }) };
  const missed = workload.pods
    .map(({ name }) => name)
    .filter(name => !isNamed(name, [named]));
  return missed.length > 0
    ? [named, { pods: missed.map(quotePattern) }]
    : [named];
}

/** Whether a pod of this name is in one of the parts. */
export function isNamed(pod: string, parts: readonly PodNames[]): boolean {
  return parts.some(
    ({ pods, exceptPods = [] }) =>
      matchesOne(pod, pods) && !matchesOne(pod, exceptPods),
  );
}

/** A text as an expression for just this text. */
export function quotePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function exceptionsOf(
  workload: NamedWorkload,
  others: readonly NamedWorkload[],
): string[] {
  const own = new RegExp(`^(?:${podPattern(workload)})$`);
  const start = `${workload.name}-`;
  const patterns = others
    .filter(
      other =>
        other.name === workload.name ||
        (other.name.startsWith(start) &&
          samplesOf(other).some(name => own.test(name))),
    )
    .map(podPattern);
  const living = others
    .flatMap(other => other.pods)
    .map(({ name }) => name)
    .filter(
      name =>
        (name === workload.name || name.startsWith(start)) &&
        own.test(name) &&
        !matchesOne(name, patterns),
    )
    .map(quotePattern);
  return [...new Set([...patterns, ...living])];
}

/** Names of which at least one is also another workload's, if any name can be. */
function samplesOf({ kind, name }: NamedWorkload): string[] {
  switch (kind) {
    case 'Pod':
      return [name];
    case 'Deployment':
    case 'CronJob':
      return [`${name}-4-44444`];
    default:
      return [`${name}-44444`];
  }
}

function matchesOne(name: string, patterns: readonly string[]): boolean {
  return (
    patterns.length > 0 && new RegExp(`^(?:${patterns.join('|')})$`).test(name)
  );
}
