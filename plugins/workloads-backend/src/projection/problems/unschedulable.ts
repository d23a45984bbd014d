import { PodRow } from '../rows';
import { Facts, PodRule } from './types';

/**
 * A new pod waits a moment for the scheduler, and longer where nodes are added on demand; that alone is not a failure.
 */
const GRACE_MS = 60_000;

const CAUSES: readonly (readonly [string, RegExp])[] = [
  ['insufficient', /^Insufficient (\S+)/],
  ['insufficient', /^Too many (pods)/],
  ['taint', /taint/],
  ['cordoned', /were unschedulable/],
  ['spread', /anti-affinity|pod affinity|topology spread/],
  ['affinity', /node affinity|node selector/],
];

/** No node takes the pod. */
export const unschedulable: PodRule = ({ pod, now }) => {
  const scheduled = pod.conditions.find(({ type }) => type === 'PodScheduled');
  if (scheduled?.status !== 'False' || scheduled.reason === 'SchedulingGated') {
    return undefined;
  }
  const since = scheduled.since ?? pod.createdAt;
  return {
    code: 'unschedulable',
    failing: since === undefined || now - Date.parse(since) >= GRACE_MS,
    since,
    detail: scheduled.message,
    facts: factsOf(pod, scheduled.message ?? ''),
  };
};

/** Reads `0/5 nodes are available: 3 Insufficient cpu, 2 node(s) had untolerated taint {…}. preemption: …`. */
function factsOf(pod: PodRow, message: string): Facts {
  const [, total, reasons] =
    /^0\/(\d+) nodes are available: (.+?)\.?(?:\s*preemption:.*)?$/s.exec(
      message,
    ) ?? [];
  if (!total) {
    return { cause: 'unknown' };
  }
  const found = reasons.split(', ').flatMap(text => {
    const [, count, what] = /^(\d+) (.+)$/s.exec(text) ?? [];
    const cause = CAUSES.find(([, pattern]) => pattern.test(what ?? ''));
    return count && cause
      ? [
          {
            cause: cause[0],
            nodes: Number(count),
            resource: cause[1].exec(what)?.[1],
          },
        ]
      : [];
  });
  // Room can be made; taints and selectors are mostly meant. So room leads where it is part of the answer.
  const lack = found.filter(({ cause }) => cause === 'insufficient');
  const [worst] = [...(lack.length ? lack : found)].sort(
    (a, b) => b.nodes - a.nodes,
  );
  if (!worst) {
    return { cause: 'unknown', nodesTotal: Number(total) };
  }
  const { cause, nodes, resource } = worst;
  const asked = askedFor(pod, resource);
  return {
    cause,
    nodes,
    nodesTotal: Number(total),
    ...(resource && { resource }),
    ...(asked !== undefined && { asked }),
  };
}

/** What the pod's containers request together, in cores or bytes. */
function askedFor(
  pod: PodRow,
  resource: string | undefined,
): number | undefined {
  if (resource !== 'cpu' && resource !== 'memory') {
    return undefined;
  }
  const requests = pod.containers
    .filter(({ role }) => role === 'main' || role === 'sidecar')
    .map(({ resources }) =>
      resource === 'cpu' ? resources?.cpuRequest : resources?.memoryRequest,
    );
  const sum = requests.reduce<number>(
    (total, value) => total + (value ?? 0),
    0,
  );
  return sum > 0 ? sum : undefined;
}
