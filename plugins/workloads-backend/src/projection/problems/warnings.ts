import { EventRow } from '../rows';

/**
 * How long a warning speaks of the present. The kubelet repeats a failing mount every two minutes and a back-off at
 * most every five; ten minutes is the time after which it forgives a crash.
 */
export const RECENT_MS = 10 * 60_000;

/** Whether a time lies less than {@link RECENT_MS} back; one in the future (their clock is ahead) does too. */
export function isRecent(time: string | undefined, now: number): boolean {
  return time !== undefined && now - Date.parse(time) < RECENT_MS;
}

/** The newest of the recent warnings with one of the reasons, whose message matches. */
export function recentWarning(
  warnings: readonly EventRow[],
  now: number,
  reasons: readonly string[],
  message = /(?:)/,
): EventRow | undefined {
  return newest(
    warnings.filter(
      event =>
        reasons.includes(event.reason) &&
        isRecent(event.lastAt, now) &&
        message.test(event.message),
    ),
  );
}

/** What a node gets over by itself in its first seconds with a pod. */
const PASSING_MS = 30_000;

/** As {@link recentWarning}, when the node said it again or has said it for a while. */
export function lastingWarning(
  warnings: readonly EventRow[],
  now: number,
  reasons: readonly string[],
): EventRow | undefined {
  const warning = recentWarning(warnings, now, reasons);
  const first = firstSeen(warnings, reasons);
  return warning &&
    (warning.count > 1 ||
      first === undefined ||
      now - Date.parse(first) >= PASSING_MS)
    ? warning
    : undefined;
}

/** When the first of the warnings with one of the reasons was seen. */
export function firstSeen(
  warnings: readonly EventRow[],
  reasons: readonly string[],
): string | undefined {
  return earliest(
    warnings
      .filter(event => reasons.includes(event.reason))
      .map(event => event.firstAt),
  );
}

/** The earliest of some times; undefined when there is none. */
export function earliest(
  times: readonly (string | undefined)[],
): string | undefined {
  return times.reduce(
    (first, time) =>
      time !== undefined &&
      (first === undefined || Date.parse(time) < Date.parse(first))
        ? time
        : first,
    undefined,
  );
}

function newest(events: readonly EventRow[]): EventRow | undefined {
  return events.reduce<EventRow | undefined>(
    (latest, event) =>
      latest === undefined ||
      Date.parse(event.lastAt ?? '') > Date.parse(latest.lastAt ?? '')
        ? event
        : latest,
    undefined,
  );
}
