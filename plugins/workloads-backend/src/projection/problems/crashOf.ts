import { Container } from '@domaindeck/backstage-plugin-workloads-common';
import { EventRow } from '../rows';
import { earliest, firstSeen, isRecent, RECENT_MS } from './warnings';

/** How a container ended last, while it keeps ending. */
export interface Crash {
  readonly container: Container;
  readonly reason?: string;
  readonly exitCode?: number;
  readonly signal?: number;
  readonly message?: string;
  readonly at?: string;
}

/**
 * Tells a container that crashes from one that once did.
 *
 * Between two crashes a container runs, and says so; it still crashes when it was restarted more than once, the last
 * time within ten minutes, after a run that was itself shorter than that. Ten minutes without a crash is when the
 * kubelet starts its back-off anew. kubectl and others turn green in between.
 */
export function crashOf(container: Container, now: number): Crash | undefined {
  if (container.role === 'ephemeral') {
    return undefined;
  }
  const { lastEnd } = container;
  if (container.state === 'ended') {
    return container.exitCode === 0
      ? undefined
      : { ...endOf(container), at: container.endedAt };
  }
  const backsOff =
    container.state === 'waiting' && container.reason === 'CrashLoopBackOff';
  const runsAgain =
    container.state === 'running' &&
    container.restarts > 1 &&
    isRecent(lastEnd?.at, now) &&
    !wasLongRun(lastEnd);
  return backsOff || runsAgain
    ? { container, ...lastEnd, message: lastEnd?.message ?? container.message }
    : undefined;
}

/** The first crash among a pod's containers. */
export function firstCrash(
  containers: readonly Container[],
  now: number,
  wanted: (crash: Crash) => boolean = () => true,
): Crash | undefined {
  for (const container of containers) {
    const crash = crashOf(container, now);
    if (crash && wanted(crash)) {
      return crash;
    }
  }
  return undefined;
}

/** The first back-off that the cluster remembers, else the last end. */
export function crashingSince(
  crash: Crash,
  warnings: readonly EventRow[],
): string | undefined {
  return earliest([firstSeen(warnings, ['BackOff', 'OOMKilling']), crash.at]);
}

function endOf(container: Container): Crash {
  const { reason, exitCode, signal, message } = container;
  return { container, reason, exitCode, signal, message };
}

function wasLongRun(end: Container['lastEnd']): boolean {
  return (
    end?.startedAt !== undefined &&
    end.at !== undefined &&
    Date.parse(end.at) - Date.parse(end.startedAt) >= RECENT_MS
  );
}
