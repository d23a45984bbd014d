/** What a container asks for and may use, as manifests write it. */
export interface Asked {
  readonly requests?: Readonly<Record<string, string>>;
  readonly limits?: Readonly<Record<string, string>>;
}

/** One run of a container. Times in milliseconds since 1970. */
export interface LifeRun {
  /** 0 for the first. */
  readonly run: number;
  readonly startedAt: number;
  /** Undefined while it runs. */
  readonly endedAt?: number;
  readonly exitCode?: number;
}

/** A container with all its runs that are remembered, oldest first. */
export interface LifeContainer {
  readonly name: string;
  readonly image: string;
  readonly asked: Asked;
  /** Whether it answers requests over HTTP. */
  readonly serves: boolean;
  /** Milliseconds that a run takes to fill its memory, for the first run and the later ones; none where it never does. */
  readonly fillsIn?: { readonly first: number; readonly again: number };
  readonly runs: readonly LifeRun[];
}

/** A pod from its beginning to its end, of which everything follows that is measured of it. */
export interface PodLife {
  readonly uid: string;
  readonly name: string;
  readonly createdAt: number;
  /** Undefined while it is there. */
  readonly endedAt?: number;
  /** Whether it is meant to end by itself. */
  readonly isTask: boolean;
  /** Whether it never passes its ready check. */
  readonly isNeverReady: boolean;
  readonly containers: readonly LifeContainer[];
  /** What its containers ask for that have to end before those start. */
  readonly before: readonly Asked[];
  /** Names of the claims whose volumes it has. */
  readonly claims: readonly string[];
}

/** The run of a container at a moment; undefined between two. */
export function runAt(
  { runs }: LifeContainer,
  at: number,
): LifeRun | undefined {
  const last = runs.findLast(({ startedAt }) => startedAt <= at);
  return last && (last.endedAt === undefined || at < last.endedAt)
    ? last
    : undefined;
}
