/** A number at least 0 and below 1, as Math.random gives it. */
export type Random = () => number;

/** The letters of generated names: no vowels and nothing that is easily misread. */
const NAME_LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/**
 * A repeatable source of numbers (mulberry32): the same seed gives the same world.
 */
export function seededRandom(seed: number): Random {
  let state = Math.floor(seed) % 0x100000000;
  return () => {
    state = (state + 0x6d2b79f5) % 0x100000000;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

/** A uid in the form of a version 4 UUID. */
export function randomUid(random: Random): string {
  const hex = Array.from({ length: 32 }, () =>
    Math.floor(random() * 16).toString(16),
  );
  hex[12] = '4';
  hex[16] = '89ab'[Math.floor(random() * 4)];
  const text = hex.join('');
  return [
    text.slice(0, 8),
    text.slice(8, 12),
    text.slice(12, 16),
    text.slice(16, 20),
    text.slice(20),
  ].join('-');
}

/** The end of a generated name, five letters unless told. */
export function nameSuffix(random: Random, length = 5): string {
  return Array.from(
    { length },
    () => NAME_LETTERS[Math.floor(random() * NAME_LETTERS.length)],
  ).join('');
}

/** A stable hash of a text, as an unsigned 32-bit number (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** A hash in the letters of generated names, as in `pod-template-hash`. */
export function nameHash(text: string): string {
  const random = seededRandom(hashOf(text));
  return nameSuffix(random, 10);
}

/** RFC 3339 in UTC with whole seconds, as the real server writes times. */
export function timestamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
