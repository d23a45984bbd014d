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
 * Gives each pod the colour that its name hashes to, and where two would have the same, the later one in the alphabet the
 * next that is free; from the seventh on colours come again, with a ring. It hangs on nothing but which pods there are, so
 * that a pod looks the same on every tab that shows the same ones.
 *
 * @param pods - Keys of pods, see {@link podKeyOf}: a history and a store of metrics know names, and no uid.
 * @param before - Colours that were given already. They stay, whoever joins: nothing changes under the eyes.
 * @public
 */
export function podColours(
  pods: readonly string[],
  before: ReadonlyMap<string, PodColour> = new Map(),
): ReadonlyMap<string, PodColour> {
  const sorted = [...new Set(pods)].sort();
  const colours = new Map<string, PodColour>();
  const used = new Set<number>();
  const give = (pod: string, look: number) => {
    used.add(look);
    colours.set(pod, { place: look % COLOURS, ring: look >= COLOURS });
  };
  for (const pod of sorted) {
    const known = before.get(pod);
    if (known) {
      give(pod, known.place + (known.ring ? COLOURS : 0));
    }
  }
  // First who alone wants a colour, so that a clash of two others does not take it away.
  for (const pod of sorted) {
    const home = fnv1a(pod) % COLOURS;
    if (!colours.has(pod) && !used.has(home)) {
      give(pod, home);
    }
  }
  for (const pod of sorted) {
    if (!colours.has(pod)) {
      give(pod, nextFree(fnv1a(pod) % COLOURS, used));
    }
  }
  return colours;
}

/** The next free look after one; with a ring where all without are used, and the own one with a ring where all are. */
function nextFree(home: number, used: ReadonlySet<number>): number {
  for (const first of [0, COLOURS]) {
    for (let step = 0; step < COLOURS; step += 1) {
      const look = first + ((home + step) % COLOURS);
      if (!used.has(look)) {
        return look;
      }
    }
  }
  return COLOURS + home;
}

/** The 32-bit FNV-1a hash of a text. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
