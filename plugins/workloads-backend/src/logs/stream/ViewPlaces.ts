/** Limits how many logs one view reads at a time. Who comes too late waits, first come, first served. */
export class ViewPlaces {
  readonly #limit: number;
  readonly #waiting: { enter: () => void }[] = [];
  #taken = 0;

  static create(limit: number): ViewPlaces {
    return new ViewPlaces(limit);
  }

  private constructor(limit: number) {
    this.#limit = limit;
  }

  get free(): number {
    return this.#limit - this.#taken;
  }

  /**
   * @returns the way to give the place back
   * @throws the reason of the signal when it aborts before there is a place
   */
  async take(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#taken >= this.#limit) {
      await this.#queue(signal);
    } else {
      this.#taken += 1;
    }
    let given = false;
    return () => {
      if (!given) {
        given = true;
        this.#give();
      }
    };
  }

  #queue(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter = { enter: resolve };
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(signal.reason);
      };
      waiter.enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      this.#waiting.push(waiter);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  /** A place that is given back goes to the next who waits. */
  #give(): void {
    const next = this.#waiting.shift();
    if (next) {
      next.enter();
    } else {
      this.#taken -= 1;
    }
  }
}
