/** How many pods the old and the new ReplicaSets of a Deployment have and should have. */
export interface RolloutState {
  readonly desired: number;
  /** Number or percentage of the desired pods, as in the manifest. */
  readonly maxSurge: number | string;
  readonly maxUnavailable: number | string;
  readonly current: ReplicaCount;
  /** Oldest first. */
  readonly old: readonly ReplicaCount[];
}

/** One ReplicaSet. */
export interface ReplicaCount {
  readonly wanted: number;
  readonly available: number;
}

/** What the ReplicaSets should want next: one step of a rolling update. */
export interface RolloutStep {
  readonly current: number;
  readonly old: readonly number[];
}

/**
 * One step of a rolling update by the rules of the real Deployment controller: never more than desired + maxSurge pods,
 * never fewer than desired - maxUnavailable available ones, unhealthy old pods first.
 */
export function rollingUpdateStep(state: RolloutState): RolloutStep {
  const { desired, current, old } = state;
  let surge = resolve(state.maxSurge, desired, Math.ceil);
  let unavailable = resolve(state.maxUnavailable, desired, Math.floor);
  if (surge === 0 && unavailable === 0) {
    unavailable = 1;
  }
  unavailable = Math.min(unavailable, desired);
  surge = Math.max(surge, 0);
  const oldWanted = old.map(count => count.wanted);
  const total = current.wanted + sum(oldWanted);
  if (current.wanted > desired) {
    return { current: desired, old: oldWanted };
  }
  const room = desired + surge - total;
  if (current.wanted < desired && room > 0) {
    const next = Math.min(desired, current.wanted + room);
    return { current: next, old: oldWanted };
  }
  const minAvailable = desired - unavailable;
  const newUnavailable = current.wanted - current.available;
  const removable = total - minAvailable - newUnavailable;
  if (removable <= 0) {
    return { current: current.wanted, old: oldWanted };
  }
  return {
    current: current.wanted,
    old: scaleDown(state, removable, minAvailable),
  };
}

function scaleDown(
  state: RolloutState,
  removable: number,
  minAvailable: number,
): number[] {
  let left = removable;
  const afterCleanup = state.old.map(({ wanted, available }) => {
    const unhealthy = Math.min(left, wanted - available);
    left -= unhealthy;
    return wanted - unhealthy;
  });
  const available =
    state.current.available + sum(state.old.map(count => count.available));
  let spare = Math.min(left, Math.max(0, available - minAvailable));
  return afterCleanup.map(wanted => {
    const taken = Math.min(spare, wanted);
    spare -= taken;
    return wanted - taken;
  });
}

function resolve(
  value: number | string,
  desired: number,
  round: (value: number) => number,
): number {
  return typeof value === 'number'
    ? value
    : round((Number.parseFloat(value) / 100) * desired);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
