/** Colours of {@link Tokens.series}. */
const COLOURS = 6;

/**
 * The colour of a pod: a place in `Tokens.series`, and whether it has a ring, because six pods had the colours before.
 * @public
 */
export interface PodColour {
  readonly place: number;
  readonly ring: boolean;
}

/**
 * Gives each pod a colour that hangs on its uid, so that it has the same one everywhere; the next free one where two
 * would have the same. From the seventh on colours come again, with a ring.
 * @param uids - In an order that does not change by itself.
 * @public
 */
export function podColours(
  uids: readonly string[],
): ReadonlyMap<string, PodColour> {
  const colours = new Map<string, PodColour>();
  let used = new Set<number>();
  for (const uid of uids) {
    if (colours.has(uid)) {
      continue;
    }
    if (used.size === COLOURS) {
      used = new Set();
    }
    let place = fnv1a(uid) % COLOURS;
    while (used.has(place)) {
      place = (place + 1) % COLOURS;
    }
    used.add(place);
    colours.set(uid, { place, ring: colours.size >= COLOURS });
  }
  return colours;
}

/** The 32-bit FNV-1a hash of a text. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
