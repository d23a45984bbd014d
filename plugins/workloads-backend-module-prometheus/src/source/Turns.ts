/** Lets so many things be done at a time; others wait for their turn, in the order in which they came. */
export class Turns {
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** @param most - at a time */
  static create(most: number): Turns {
    return new Turns(most);
  }

  private constructor(most: number) {
    this.#most = most;
  }

  /**
   * @param signal - who gives up while waiting is not served
   * @throws what `work` throws, or the reason of the signal
   */
  async take<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.#running >= this.#most) {
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    } else {
      this.#running += 1;
    }
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      // A turn is handed on, so that nobody who comes now is served before who waits.
      const next = this.#waiting.shift();
      if (next) {
        next();
      } else {
        this.#running -= 1;
      }
    }
  }
}
