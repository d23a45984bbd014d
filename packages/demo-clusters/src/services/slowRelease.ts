/** A release of the demo that made its service slower: its curves and its log tell of the same thing. */
export interface SlowRelease {
  /** How many times as long the slow ones of its answers take, once its cache has grown. */
  readonly slower: number;
  /** The share of answers that fail beyond the usual. */
  readonly failing: number;
  /** How much more CPU it takes. */
  readonly busier: number;
  /** Milliseconds from the start of a container until it is at its worst. */
  readonly growsIn: number;
}

const SLOW: Readonly<Record<string, SlowRelease>> = {
  // Its cache of fares never evicts, and every refresh stops the world for longer.
  'pricing:5.2.1': {
    slower: 2.6,
    failing: 0.024,
    busier: 1.25,
    growsIn: 180_000,
  },
};

/** What an image is called without its registry, such as `pricing` of version `5.2.1`. */
export function imageNameOf(image: string): {
  readonly service: string;
  readonly version: string;
} {
  const [, service = '', version = ''] =
    /([^/:]+)(?::([^/:]+))?$/.exec(image) ?? [];
  return { service, version };
}

/** Undefined for a release that is as fast as the one before. */
export function slowReleaseOf(image: string): SlowRelease | undefined {
  const { service, version } = imageNameOf(image);
  return SLOW[`${service}:${version}`];
}
