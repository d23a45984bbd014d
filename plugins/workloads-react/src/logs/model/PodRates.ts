/** Rates are over so many whole seconds. */
const SECONDS = 10;
/** Seconds that may not be whole yet: a line is on its way for about one, and waits for earlier ones of other pods. */
const UNDER_WAY = 2;
const KEPT = SECONDS + UNDER_WAY;

/**
 * How many lines a second each pod wrote of late, by the times that stand on the lines: what was written before somebody
 * looked comes all at once, and says nothing of now.
 * @public
 */
export class PodRates {
  readonly #pods = new Map<string, { counts: number[]; last: number }>();

  static create(): PodRates {
    return new PodRates();
  }

  private constructor() {}

  /** @param at - When the line was written, in milliseconds by the clock of {@link PodRates.rateOf}. */
  note(pod: string, at: number): void {
    const second = Math.floor(at / 1000);
    let entry = this.#pods.get(pod);
    if (!entry) {
      entry = { counts: Array<number>(KEPT).fill(0), last: second };
      this.#pods.set(pod, entry);
    }
    forget(entry, second);
    if (entry.last - second < KEPT) {
      entry.counts[second % KEPT] += 1;
    }
  }

  /** Lines a second, over the last ten that are whole. */
  rateOf(pod: string, now: number): number {
    const entry = this.#pods.get(pod);
    if (!entry) {
      return 0;
    }
    const second = Math.floor(now / 1000);
    let sum = 0;
    for (let back = UNDER_WAY; back < KEPT; back += 1) {
      const one = second - back;
      if (one <= entry.last && entry.last - one < KEPT) {
        sum += entry.counts[one % KEPT];
      }
    }
    return sum / SECONDS;
  }
}

function forget(
  entry: { counts: number[]; last: number },
  second: number,
): void {
  const steps = Math.min(KEPT, second - entry.last);
  for (let step = 1; step <= steps; step += 1) {
    entry.counts[(second - steps + step) % KEPT] = 0;
  }
  entry.last = Math.max(entry.last, second);
}
