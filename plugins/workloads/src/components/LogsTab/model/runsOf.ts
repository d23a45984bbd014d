import { LogContainer } from '@domaindeck/backstage-plugin-workloads-common';

/** Runs that have room in the strip. */
const MOST = 6;

/** One run of a container, from a start to its end. */
export interface ContainerRun {
  /** 1 for the first. */
  readonly number: number;
  /** A node keeps the log of the last run that ended and of the current one; the others are past. */
  readonly kind: 'past' | 'ended' | 'current';
  /** RFC 3339. */
  readonly startedAt?: string;
  readonly endedAt?: string;
}

/** The latest runs of a container that has crashed, oldest first. */
export function runsOf(container: LogContainer): ContainerRun[] {
  const { state, restarts, startedAt, lastEnd } = container;
  // One that waits for its next start has not counted it yet.
  const ended = state === 'waiting' ? restarts + 1 : restarts;
  const runs: ContainerRun[] = [];
  for (let number = Math.max(1, ended - MOST + 2); number < ended; number++) {
    runs.push({ number, kind: 'past' });
  }
  runs.push({
    number: Math.max(1, ended),
    kind: 'ended',
    startedAt: lastEnd?.startedAt,
    endedAt: lastEnd?.at,
  });
  if (state !== 'waiting') {
    runs.push({ number: Math.max(1, ended) + 1, kind: 'current', startedAt });
  }
  return runs;
}
