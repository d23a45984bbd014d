/**
 * A 53-bit hash of a line and its time, to tell lines apart without keeping them. Two lines of 200,000 have the same
 * one with a chance of some 2 in a million.
 * @public
 */
export function hashLine(at: string, text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let index = 0; index < at.length; index += 1) {
    const code = at.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995);
  }
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995);
  }
  // The low bits of a product hang on the low bits of its factors alone; the shifts spread the high ones down.
  return (
    ((low ^ (low >>> 15)) >>> 0) * 0x200000 + ((high ^ (high >>> 13)) >>> 11)
  );
}
