import { Clock } from '../clock/Clock';

/** Answers that are kept: what a busy company looks at, at some hundred KiB each. */
const MAX_ANSWERS = 300;

interface Shared<T> {
  readonly answer: Promise<T>;
  /** Milliseconds since 1970; undefined while it is on its way. */
  until?: number;
}

/**
 * Answers that everybody who asks the same question shares: while one is on its way, and then for one step.
 */
export class SharedAnswers<T> {
  readonly #clock: Clock;
  readonly #answers = new Map<string, Shared<T>>();

  static create<T>(clock: Clock): SharedAnswers<T> {
    return new SharedAnswers<T>(clock);
  }

  private constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * @param key - what tells questions apart
   * @param lifeOf - milliseconds for which an answer may be given to others; one that failed is given to nobody
   */
  get(
    key: string,
    lifeOf: (answer: T) => number,
    ask: () => Promise<T>,
  ): Promise<T> {
    const now = this.#clock.now().getTime();
    this.#forget(now);
    const known = this.#answers.get(key);
    if (known) {
      return known.answer;
    }
    const shared: Shared<T> = { answer: ask() };
    this.#answers.set(key, shared);
    shared.answer.then(
      answer => {
        shared.until = this.#clock.now().getTime() + lifeOf(answer);
      },
      () => {
        if (this.#answers.get(key) === shared) {
          this.#answers.delete(key);
        }
      },
    );
    return shared.answer;
  }

  /** Forgets what is old, and the oldest of too many. */
  #forget(now: number): void {
    let surplus = this.#answers.size - MAX_ANSWERS;
    for (const [key, { until }] of this.#answers) {
      if (until !== undefined && (until <= now || surplus > 0)) {
        this.#answers.delete(key);
        surplus -= 1;
      }
    }
  }
}
