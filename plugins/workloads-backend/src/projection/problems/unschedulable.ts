import { requestsOf } from '../nodeRooms';
import { PodRow } from '../rows';
import { Facts, PodRule, PodSight } from './types';

/**
 * A new pod waits a moment for the scheduler, and longer where nodes are added on demand; that alone is not a failure.
 */
const GRACE_MS = 60_000;

/** The scheduler's words for each filter; the first match counts. */
const CAUSES: readonly (readonly [string, RegExp])[] = [
  ['insufficient', /^Insufficient (\S+)/],
  ['insufficient', /^Too many (pods)/],
  ['taint', /taint/],
  ['cordoned', /were unschedulable/],
  [
    'volume',
    /volume node affinity|max volume count|volume.*(?:zone|conflict)/i,
  ],
  ['ports', /free ports/],
  ['spread', /anti-affinity|pod affinity|topology spread/],
  ['affinity', /node affinity|node selector|match Pod's node/],
];

/** No node takes the pod. */
export const unschedulable: PodRule = ({ pod, now, roomOfNodes }) => {
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
    facts: factsOf(pod, scheduled.message ?? '', roomOfNodes),
  };
};

/**
 * Reads `0/5 nodes are available: 3 Insufficient cpu, 2 node(s) had untolerated taint {…}. preemption: …`. Plugins of
 * newer schedulers add sentences of their own before the last.
 */
function factsOf(
  pod: PodRow,
  message: string,
  roomOfNodes: PodSight['roomOfNodes'],
): Facts {
  const [, total, reasons] =
    /^0\/(\d+) nodes are available: (.+?)(?:\.?$|\. |\.?\s*preemption:)/s.exec(
      message,
    ) ?? [];
  if (!total) {
    return { cause: /^no nodes available/.test(message) ? 'none' : 'unknown' };
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
  return {
    cause,
    nodes,
    nodesTotal: Number(total),
    ...(resource && { resource, ...lackOf(pod, resource, roomOfNodes) }),
  };
}

/**
 * What the pod asks of a resource, in cores or bytes, and the most that one node has left of it. Left out where another
 * pod has gone in the meantime and there would be room: the scheduler says so itself in a moment.
 */
function lackOf(
  pod: PodRow,
  resource: string,
  roomOfNodes: PodSight['roomOfNodes'],
): Facts {
  if (resource !== 'cpu' && resource !== 'memory') {
    return {};
  }
  const asked = requestsOf(pod)[resource];
  const [freest] = [...(roomOfNodes?.() ?? [])].sort(
    (a, b) => b.free[resource] - a.free[resource],
  );
  const free = freest?.free[resource];
  return {
    ...(asked > 0 && { asked }),
    ...(free !== undefined &&
      free < asked && { free, short: asked - free, node: freest.node }),
  };
}
