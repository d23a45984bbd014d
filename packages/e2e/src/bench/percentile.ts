/**
 * The value below which the given part of the samples lies, by nearest rank.
 * @param part - from 0 to 1
 * @throws RangeError without samples
 */
export function percentile(samples: readonly number[], part: number): number {
  if (samples.length === 0) {
    throw new RangeError('There is no percentile of nothing');
  }
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
}
