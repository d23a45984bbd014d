import { Clock } from '@domaindeck/backstage-plugin-workloads-node';

/** Decisions kept: some for each of a thousand persons who look at a few pages. */
const CAPACITY = 10_000;

interface Entry<T> {
  readonly askedAt: number;
  readonly answer: Promise<T>;
}

/**
 * Remembers answers for a short while, and asks once for all who want the same answer at the same time.
 *
 * @remarks
 *
 * An answer is as old as its question: what was asked before a change may say what held before it. Failures are
 * forgotten.
 */
export class DecisionCache<T> {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry<T>>();

  static create<T>(clock: Clock): DecisionCache<T> {
    return new DecisionCache(clock);
  }

  private constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param maxAge - milliseconds since the question was asked */
  get(key: string, maxAge: number, ask: () => Promise<T>): Promise<T> {
    const now = this.#clock.now().getTime();
    const known = this.#entries.get(key);
    // A clock that was set back makes an age negative, and would keep an answer for too long.
    if (known && now >= known.askedAt && now - known.askedAt <= maxAge) {
      return known.answer;
    }
    const entry = { askedAt: now, answer: ask() };
    // Put at the end: the map is then in the order of the questions.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    entry.answer.catch(() => {
      if (this.#entries.get(key) === entry) {
        this.#entries.delete(key);
      }
    });
    this.#evict();
    return entry.answer;
  }

  /** Forgets everything; an answer that is still under way reaches only those who wait for it already. */
  clear(): void {
    this.#entries.clear();
  }

  #evict(): void {
    for (const key of this.#entries.keys()) {
      if (this.#entries.size <= CAPACITY) {
        return;
      }
      this.#entries.delete(key);
    }
  }
}
