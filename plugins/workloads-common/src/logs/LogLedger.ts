import { logTimeMs } from './logTime';

/** Characters of a time up to the whole second. */
const SECOND = 19;

/**
 * Remembers which lines of one source came lately, as a multiset of their hashes by second. A source that is read again
 * from a time on gives the lines of that second once more; what is remembered tells those from new ones, also where
 * lines have the same text, or the same time, or come slightly out of order.
 *
 * @remarks
 * A rule such as "newer than the last" loses lines that are out of order, and counting the lines of the last second
 * leaves out new ones when a file was rotated.
 *
 * @public
 */
export class LogLedger {
  readonly #seconds = new Map<string, number[]>();
  readonly #capacity: number;
  #size = 0;
  #max?: string;
  #overflowed = false;
  #lastSecond = '';
  #lastHashes: number[] = [];

  /** @param capacity - lines; beyond it the ledger only says that it is full */
  static create(capacity = 200_000): LogLedger {
    return new LogLedger(capacity);
  }

  private constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The latest time of a line; undefined before the first. */
  get max(): string | undefined {
    return this.#max;
  }

  /** How many lines are remembered. */
  get size(): number {
    return this.#size;
  }

  /** Whether more lines came than could be remembered, so that some may be taken for new. */
  get overflowed(): boolean {
    return this.#overflowed;
  }

  /** @param hash - of {@link hashLine} */
  note(at: string, hash: number): void {
    if (this.#max === undefined || at > this.#max) {
      this.#max = at;
    }
    if (this.#size >= this.#capacity) {
      this.#overflowed = true;
      return;
    }
    const second = at.slice(0, SECOND);
    if (second !== this.#lastSecond) {
      this.#lastSecond = second;
      this.#lastHashes = this.#seconds.get(second) ?? [];
      this.#seconds.set(second, this.#lastHashes);
    }
    this.#lastHashes.push(hash);
    this.#size += 1;
  }

  /** Forgets what is so many milliseconds older than the latest line. */
  forget(milliseconds: number): void {
    if (this.#max !== undefined) {
      this.forgetBefore(this.#max, milliseconds);
    }
  }

  /** Forgets what is so many milliseconds older than a time. */
  forgetBefore(at: string, milliseconds: number): void {
    const limit = new Date(logTimeMs(at) - milliseconds)
      .toISOString()
      .slice(0, SECOND);
    for (const [second, hashes] of this.#seconds) {
      if (second < limit) {
        this.#seconds.delete(second);
        this.#size -= hashes.length;
      }
    }
    if (this.#lastSecond < limit) {
      this.#lastSecond = '';
    }
    this.#overflowed = this.#overflowed && this.#size >= this.#capacity;
  }

  /**
   * What is remembered from a second on, for reading that second again. Take a hash out with {@link takeHash}.
   * @param since - undefined for everything
   */
  expected(since?: string): Map<number, number> {
    const from = since?.slice(0, SECOND) ?? '';
    const counts = new Map<number, number>();
    for (const [second, hashes] of this.#seconds) {
      if (second >= from) {
        for (const hash of hashes) {
          counts.set(hash, (counts.get(hash) ?? 0) + 1);
        }
      }
    }
    return counts;
  }
}

/**
 * Takes one occurrence out of a multiset.
 * @returns whether it was in it
 * @public
 */
export function takeHash(counts: Map<number, number>, hash: number): boolean {
  const count = counts.get(hash);
  if (count === undefined) {
    return false;
  }
  if (count === 1) {
    counts.delete(hash);
  } else {
    counts.set(hash, count - 1);
  }
  return true;
}
