import { Size } from '@domaindeck/backstage-plugin-environments-common';
import { Amounts, ClusterRoom } from './types';

/** What is left of a cluster for new environments. */
export interface FreeRoom extends Amounts {
  /** The share of the cluster that is taken or promised, from 0 to 1. */
  readonly use: number;
}

const NOTHING: Amounts = { cores: 0, memory: 0, pods: 0 };

/**
 * What of a cluster nobody has and nobody was promised: what may be allocated, less what pods ask for, and less the whole
 * size of each environment, because it may grow to that at any moment and needs it again when it wakes.
 *
 * @param environments - all of the cluster that are not gone, each with its size where that still exists
 */
export function freeOf(
  room: ClusterRoom,
  environments: readonly {
    readonly namespace: string;
    readonly size?: Pick<Size, 'cores' | 'memory'>;
  }[],
): FreeRoom {
  const taken = new Map(room.requested);
  for (const { namespace, size } of environments) {
    const own = taken.get(namespace) ?? NOTHING;
    taken.set(namespace, {
      cores: Math.max(own.cores, size?.cores ?? 0),
      memory: Math.max(own.memory, size?.memory ?? 0),
      pods: own.pods,
    });
  }
  const { allocatable } = room;
  const sum = (of: keyof Amounts) =>
    [...taken.values()].reduce((all, one) => all + one[of], 0);
  const shareOf = (of: 'cores' | 'memory') =>
    allocatable[of] > 0 ? Math.min(1, sum(of) / allocatable[of]) : 1;
  return {
    cores: Math.max(0, allocatable.cores - sum('cores')),
    memory: Math.max(0, allocatable.memory - sum('memory')),
    pods: Math.max(0, allocatable.pods - sum('pods')),
    use: Math.max(shareOf('cores'), shareOf('memory')),
  };
}

/** For how many environments of a size there is room; undefined for a size that has nothing, as one that does not exist. */
export function roomFor(
  { cores, memory }: Pick<Size, 'cores' | 'memory'>,
  free: Amounts,
): number | undefined {
  if (!(cores > 0 && memory > 0)) {
    return undefined;
  }
  return free.pods === 0
    ? 0
    : Math.floor(Math.min(free.cores / cores, free.memory / memory));
}
