/** The latest end that an environment may have: its maximum life counts from when it was made. */
export function latestEnd(createdAt: number, maxLifeMs: number): number {
  return createdAt + maxLifeMs;
}

/** Why an end is refused. */
export type EndRefusal = 'past' | 'over-limit';

/**
 * Whether an environment may end at a time; undefined when it may. All times in milliseconds since the epoch.
 */
export function checkExtend(
  environment: {
    readonly createdAt: number;
    readonly maxLifeMs: number;
    readonly pinned?: boolean;
  },
  expiresAt: number,
  now: number,
): EndRefusal | undefined {
  if (!(expiresAt > now)) {
    return 'past';
  }
  return !environment.pinned &&
    expiresAt > latestEnd(environment.createdAt, environment.maxLifeMs)
    ? 'over-limit'
    : undefined;
}

/**
 * The notices for which it is too late already when an end is set: who makes an environment for eight hours need not be
 * told a day before.
 */
export function missedNotices(
  expiresAt: number,
  now: number,
  notices: readonly number[],
): readonly number[] {
  return notices.filter(before => now >= expiresAt - before);
}

/**
 * The notices before the end that are due and were not sent.
 *
 * @param notices - milliseconds before the end
 * @param sent - those that were sent, for this end
 * @returns the shortest one that is due, since longer ones say nothing more
 */
export function dueNotice(
  expiresAt: number,
  now: number,
  notices: readonly number[],
  sent: readonly number[],
): number | undefined {
  const due = notices.filter(before => now >= expiresAt - before);
  const nearest = Math.min(...due);
  return due.length === 0 ||
    now >= expiresAt ||
    sent.some(one => one <= nearest)
    ? undefined
    : nearest;
}
