import { Benchmark, BenchOptions, BenchResult } from './Benchmark';

/** What came of a run. */
export interface BenchRun {
  readonly results: readonly BenchResult[];
  /** Benchmarks that this machine could not run, with what brings them. */
  readonly skipped: readonly string[];
}

/**
 * Runs the benchmarks that a prefix of ids chooses: those whose id begins with it, and the one that it lies within.
 * @throws Error naming what there is when the prefix chooses nothing
 */
export async function runBenchmarks(
  benchmarks: readonly Benchmark[],
  prefix: string,
  progress: (sentence: string) => void,
  options: BenchOptions = { long: false },
): Promise<BenchRun> {
  const chosen = benchmarks.filter(
    ({ id }) => id.startsWith(prefix) || prefix.startsWith(`${id}.`),
  );
  if (chosen.length === 0) {
    throw new Error(
      `No benchmark begins with "${prefix}"; there are ${benchmarks
        .map(({ id }) => id)
        .join(', ')}`,
    );
  }
  const results: BenchResult[] = [];
  const skipped: string[] = [];
  for (const benchmark of chosen) {
    const reason = benchmark.unavailable?.();
    if (reason) {
      skipped.push(`${benchmark.id}: ${reason}`);
      continue;
    }
    progress(`${benchmark.id}:`);
    const measured = await benchmark.run(
      sentence => progress(`  ${sentence}`),
      options,
    );
    results.push(...measured.filter(({ id }) => id.startsWith(prefix)));
  }
  return { results, skipped };
}
