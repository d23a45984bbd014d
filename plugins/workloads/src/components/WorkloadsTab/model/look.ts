/** Who comes back within this time is still having the same look. In milliseconds: a meeting, not a lunch. */
export const LOOK_GAP_MS = 30 * 60_000;

/** When a person looked at the workloads of an entity; times are RFC 3339. */
export interface Look {
  /** The last moment of the look at hand. */
  readonly seen: string;
  /** The last moment of the look before it; absent on the first one. */
  readonly before?: string;
}

/** The look that a moment belongs to: the one at hand, or a new one after an absence. */
export function lookAt(known: Look | undefined, now: number): Look {
  const seen = new Date(now).toISOString();
  const last = known ? Date.parse(known.seen) : NaN;
  if (!known || Number.isNaN(last)) {
    return { seen };
  }
  return now - last > LOOK_GAP_MS
    ? { seen, before: known.seen }
    : { ...known, seen };
}
