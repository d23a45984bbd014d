/** Rates are over so many seconds. */
const SECONDS = 10;

/**
 * How many lines a second each pod wrote of late.
 * @public
 */
export class PodRates {
  readonly #pods = new Map<string, { counts: number[]; last: number }>();

  static create(): PodRates {
    return new PodRates();
  }

  private constructor() {}

  /** @param now - Milliseconds. */
  note(pod: string, now: number): void {
    const second = Math.floor(now / 1000);
    let entry = this.#pods.get(pod);
    if (!entry) {
      entry = { counts: Array<number>(SECONDS).fill(0), last: second };
      this.#pods.set(pod, entry);
    }
    forget(entry, second);
    entry.counts[second % SECONDS] += 1;
  }

  /** Lines a second, over the last ten. */
  rateOf(pod: string, now: number): number {
    const entry = this.#pods.get(pod);
    if (!entry) {
      return 0;
    }
    forget(entry, Math.floor(now / 1000));
    return entry.counts.reduce((sum, count) => sum + count, 0) / SECONDS;
  }
}

function forget(
  entry: { counts: number[]; last: number },
  second: number,
): void {
  const steps = Math.min(SECONDS, second - entry.last);
  for (let step = 1; step <= steps; step += 1) {
    entry.counts[(entry.last + step) % SECONDS] = 0;
  }
  entry.last = Math.max(entry.last, second);
}
