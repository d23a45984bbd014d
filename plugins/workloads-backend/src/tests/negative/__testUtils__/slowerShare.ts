/**
 * In which share of all pairs the first of two samples is the greater: 0.5 when nobody could tell them apart. Single
 * slow answers, of which a busy machine has many, weigh as little as any other.
 */
export function slowerShare(
  one: readonly number[],
  other: readonly number[],
): number {
  let greater = 0;
  for (const a of one) {
    for (const b of other) {
      greater += a > b ? 1 : Number(a === b) / 2;
    }
  }
  return greater / (one.length * other.length);
}
