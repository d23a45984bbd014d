import { Family } from '../ownership';
import { EventRow } from '../rows';
import { ScalingStep, WorkloadMemory } from './types';

const SCALED = /^Scaled (?:up|down) replica set (\S+)(?: from (\d+))? to (\d+)/;
const RESCALED = /^New size: (\d+)/;

/** Within so many ms an autoscaler's event and the change that it made are one. */
const SAME_MS = 30_000;
/** A ReplicaSet gets its first pods right after its creation. */
const CREATION_MS = 10_000;

/**
 * The scalings of a workload, oldest first: those seen while it was watched, and before that those that the cluster's
 * events still tell (for an hour by default).
 */
export function scalingSteps(
  family: Family,
  events: readonly EventRow[],
  memory: WorkloadMemory | undefined,
): ScalingStep[] {
  const rescales = rescalesOf(family, events);
  const seen = (memory?.sightings ?? []).flatMap(sighting =>
    sighting.type === 'scaling'
      ? [{ at: sighting.at, from: sighting.from, to: sighting.to }]
      : [],
  );
  const told = [...scalingEvents(family, events), ...rescales]
    .filter(
      ({ at }) =>
        memory === undefined || Date.parse(at) < Date.parse(memory.since),
    )
    .sort(oldestFirst);
  return [...withoutRepeats(told), ...seen].map(step => {
    const autoscaler = rescales.find(rescale => isSame(rescale, step));
    return autoscaler ? { ...step, who: autoscaler.who } : step;
  });
}

function rescalesOf(
  { autoscaler }: Family,
  events: readonly EventRow[],
): ScalingStep[] {
  return events.flatMap(({ involved, reason, message, lastAt }) => {
    const size = RESCALED.exec(message)?.[1];
    return autoscaler &&
      involved.uid === autoscaler.uid &&
      reason === 'SuccessfulRescale' &&
      size !== undefined &&
      lastAt !== undefined
      ? [
          {
            at: lastAt,
            to: Number(size),
            who: `HorizontalPodAutoscaler/${autoscaler.name}`,
          },
        ]
      : [];
  });
}

interface Move extends ScalingStep {
  readonly replicaSet: string;
}

/**
 * A rollout scales ReplicaSets too. What is left after the last move of another ReplicaSet than the current one is
 * scaling, but for the first pods of a new one.
 */
function scalingEvents(
  { root, replicaSets }: Family,
  events: readonly EventRow[],
): ScalingStep[] {
  const [current] = replicaSets;
  if (!current) {
    return [];
  }
  const moves = events
    .filter(
      ({ involved, reason }) =>
        involved.uid === root.uid && reason === 'ScalingReplicaSet',
    )
    .flatMap(moveOf)
    .sort(oldestFirst);
  const rolled = moves.map(move => move.replicaSet !== current.name);
  const end = rolled.lastIndexOf(true);
  const created = Date.parse(current.createdAt ?? '');
  return moves.slice(end + 1).flatMap(({ replicaSet, ...step }, index) => {
    const fills =
      (step.from ?? 0) === 0 &&
      (Date.parse(step.at) - created < CREATION_MS ||
        (index === 0 && end >= 0));
    return fills ? [] : [step];
  });
}

function moveOf({ message, lastAt }: EventRow): Move[] {
  const [, replicaSet, from, to] = SCALED.exec(message) ?? [];
  return replicaSet && lastAt !== undefined
    ? [
        {
          replicaSet,
          at: lastAt,
          ...(from !== undefined && { from: Number(from) }),
          to: Number(to),
        },
      ]
    : [];
}

function withoutRepeats(steps: readonly ScalingStep[]): ScalingStep[] {
  return steps.filter(
    step =>
      step.from !== undefined ||
      !steps.some(other => other.from !== undefined && isSame(other, step)),
  );
}

function isSame(a: ScalingStep, b: ScalingStep): boolean {
  return (
    a.to === b.to && Math.abs(Date.parse(a.at) - Date.parse(b.at)) <= SAME_MS
  );
}

function oldestFirst(a: ScalingStep, b: ScalingStep): number {
  return Date.parse(a.at) - Date.parse(b.at);
}
