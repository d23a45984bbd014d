/** A place in the line. */
interface Ticket {
  call: () => void;
}

/** Lets so many through at once; the others wait in line. */
export class RequestSlots {
  readonly #waiting: Ticket[] = [];
  #free: number;

  static create(count: number): RequestSlots {
    return new RequestSlots(count);
  }

  private constructor(count: number) {
    this.#free = count;
  }

  /**
   * Takes a slot, or waits for one.
   *
   * @returns the way to give it back, harmless to call twice
   * @throws the signal's reason when it aborts first
   */
  async take(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#free > 0) {
      this.#free -= 1;
    } else {
      await this.#wait(signal);
    }
    let held = true;
    return () => {
      if (held) {
        held = false;
        this.#give();
      }
    };
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const ticket: Ticket = { call: resolve };
      const onAbort = () => {
        this.#waiting.splice(this.#waiting.indexOf(ticket), 1);
        reject(signal.reason);
      };
      ticket.call = () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#waiting.push(ticket);
    });
  }

  #give(): void {
    const next = this.#waiting.shift();
    if (next) {
      next.call();
    } else {
      this.#free += 1;
    }
  }
}
