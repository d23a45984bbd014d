import { isPodReady, isServing } from '../podPhase';
import { PodRow } from '../rows';
import { probeAnswer } from './probeAnswer';
import { PodRule } from './types';
import { recentWarning } from './warnings';

/**
 * A pod's first Ready=False is written together with its start; one written later means that it had been ready. The
 * status has whole seconds and is written a little after the fact.
 */
const START_SLACK_MS = 5_000;

/** A pod runs and does not answer: it answered before, or it had its time to begin to. */
export const notReady: PodRule = ({ pod, warnings, now, patience }) => {
  const ready = pod.conditions.find(({ type }) => type === 'Ready');
  if (
    pod.phase !== 'Running' ||
    isPodReady(pod) ||
    isStarting(pod, now, patience)
  ) {
    return undefined;
  }
  const container = pod.containers.find(
    candidate => isServing(candidate) && !candidate.ready,
  );
  const check = recentWarning(
    warnings,
    now,
    ['Unhealthy'],
    /^(?:Readiness|Startup)/,
  );
  return {
    code: 'not-ready',
    failing: false,
    container: container?.name,
    since: ready?.since,
    detail: check?.message ?? ready?.message,
    facts: {
      cause: causeOf(check !== undefined, ready?.reason),
      ...(container && { container: container.name }),
      ...(check && {
        check: check.message.startsWith('Startup') ? 'startup' : 'readiness',
        ...probeAnswer(check.message),
      }),
    },
  };
};

/** Whether a pod that is not ready may still become it by itself: young, and never ready before. */
export function isStarting(
  pod: PodRow,
  now: number,
  patience: number,
): boolean {
  const begun = pod.startedAt ?? pod.createdAt;
  if (begun === undefined || now - Date.parse(begun) > patience) {
    return false;
  }
  const ready = pod.conditions.find(({ type }) => type === 'Ready');
  const lastStart = pod.containers
    .filter(isServing)
    .map(({ startedAt }) => (startedAt ? Date.parse(startedAt) : 0))
    .reduce((latest, time) => Math.max(latest, time), Date.parse(begun));
  return (
    ready?.since === undefined ||
    Date.parse(ready.since) <= lastStart + START_SLACK_MS
  );
}

function causeOf(checkFails: boolean, reason: string | undefined): string {
  if (checkFails) {
    return 'check';
  }
  return reason === 'ReadinessGatesNotReady' ? 'gate' : 'unknown';
}
