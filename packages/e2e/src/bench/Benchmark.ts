/** One figure of a run; a list of these is what `bench-results.json` holds. */
export interface BenchResult {
  /** Words and numbers with dots between, the coarse ones first. */
  readonly id: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The same figure of the peer, from the same run and the same servers. */
  readonly peer?: number;
  /** What no portal on this machine could go below, measured in the same run. */
  readonly limit?: number;
  /** What the value has to be, in words. */
  readonly goal: string;
  readonly met: boolean;
}

/** How a run is wanted. */
export interface BenchOptions {
  /** Measure for as long as the goal says, where a short sample stands for it otherwise. */
  readonly long: boolean;
}

/** Something that is measured as a whole. */
export interface Benchmark {
  /** Every id of its results begins with this. */
  readonly id: string;
  /** Says why it cannot run on this machine and what brings it; undefined when it can. */
  readonly unavailable?: () => string | undefined;
  /** @param progress - is told what is being done, a sentence at a time */
  run(
    progress: (sentence: string) => void,
    options: BenchOptions,
  ): Promise<readonly BenchResult[]>;
}
