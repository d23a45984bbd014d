import { Clock } from '@domaindeck/backstage-plugin-workloads-node';

/**
 * Answers that everybody who asks the same question shares: while one is on its way, and then for one step.
 */
export class SharedAnswers<T> {
  readonly #clock: Clock;
  readonly #answers = new Map<
    string,
    { readonly until: number; readonly answer: Promise<T> }
  >();

  static create<T>(clock: Clock): SharedAnswers<T> {
    return new SharedAnswers<T>(clock);
  }

  private constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * @param key - what tells questions apart
   * @param lifeMs - how long an answer may be given to others; one that failed is given to nobody
   */
  get(key: string, lifeMs: number, ask: () => Promise<T>): Promise<T> {
    const now = this.#clock.now().getTime();
    const known = this.#answers.get(key);
    if (known && known.until > now) {
      return known.answer;
    }
    this.#forgetOld(now);
    const answer = ask();
    this.#answers.set(key, { until: now + lifeMs, answer });
    answer.catch(() => {
      if (this.#answers.get(key)?.answer === answer) {
        this.#answers.delete(key);
      }
    });
    return answer;
  }

  #forgetOld(now: number): void {
    for (const [key, { until }] of this.#answers) {
      if (until <= now) {
        this.#answers.delete(key);
      }
    }
  }
}
