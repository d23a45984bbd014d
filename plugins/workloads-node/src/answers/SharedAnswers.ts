interface Shared<T> {
  readonly answer: Promise<T>;
  /** Milliseconds since 1970; undefined while it is on its way. */
  until?: number;
}

/** How {@link SharedAnswers} keeps. */
export interface SharedAnswersOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** So many are kept; the oldest go first. 300 unless told. */
  readonly most?: number;
  /** Milliseconds for which a failure is given to others as well; it is given to nobody unless told. */
  readonly failureLifeMs?: number;
}

/**
 * Answers that everybody who asks the same question shares: while one is on its way, and then for some time. Nobody who
 * goes away takes it from the others.
 */
export class SharedAnswers<T> {
  readonly #now: () => number;
  readonly #most: number;
  readonly #failureLifeMs: number;
  readonly #answers = new Map<string, Shared<T>>();

  static create<T>(options: SharedAnswersOptions): SharedAnswers<T> {
    return new SharedAnswers<T>(options);
  }

  private constructor(options: SharedAnswersOptions) {
    this.#now = options.now;
    this.#most = options.most ?? 300;
    this.#failureLifeMs = options.failureLifeMs ?? 0;
  }

  /**
   * @param key - what tells questions apart
   * @param lifeOf - milliseconds for which an answer may be given to others
   * @param signal - ends the waiting of this one who asks
   */
  get(
    key: string,
    lifeOf: (answer: T) => number,
    ask: () => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const known = this.#answers.get(key);
    if (known && (known.until === undefined || this.#now() < known.until)) {
      return orAborted(known.answer, signal);
    }
    const shared: Shared<T> = { answer: ask() };
    this.#answers.delete(key);
    this.#answers.set(key, shared);
    this.#forget();
    shared.answer.then(
      answer => {
        shared.until = this.#now() + lifeOf(answer);
      },
      () => {
        shared.until = this.#now() + this.#failureLifeMs;
      },
    );
    return orAborted(shared.answer, signal);
  }

  /** Forgets what is old, and the oldest of too many. */
  #forget(): void {
    const now = this.#now();
    let surplus = this.#answers.size - this.#most;
    for (const [key, { until }] of this.#answers) {
      if (until !== undefined && (until <= now || surplus > 0)) {
        this.#answers.delete(key);
        surplus -= 1;
      }
    }
  }
}

/** The answer, or the end of waiting for it. */
function orAborted<T>(answer: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) {
    return answer;
  }
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) {
      stop();
    }
    signal.addEventListener('abort', stop, { once: true });
    answer
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}
