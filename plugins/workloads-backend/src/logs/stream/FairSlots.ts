/** Limits how many logs somebody reads at a time. */
export interface Slots {
  /** How many could be taken now. */
  readonly free: number;
  /**
   * @returns the way to give the slot back
   * @throws the reason of the signal when it aborts before there is a slot
   */
  take(signal: AbortSignal): Promise<() => void>;
}

interface Waiter {
  readonly who: string;
  enter: () => void;
}

/**
 * The logs that a process reads at a time, shared by its readers: who holds many gets another only while as many are
 * free. One reader alone comes to half of all, two to a third each, and there is always something left for the next,
 * however many streams one person opens. Who comes too late waits, first come, first served.
 */
export class FairSlots {
  readonly #limit: number;
  readonly #held = new Map<string, number>();
  readonly #waiting: Waiter[] = [];
  #taken = 0;

  static create(limit: number): FairSlots {
    return new FairSlots(limit);
  }

  private constructor(limit: number) {
    this.#limit = limit;
  }

  /** @param who - tells persons apart */
  of(who: string): Slots {
    const free = () => this.#freeFor(who);
    return {
      get free() {
        return free();
      },
      take: signal => this.#take(who, signal),
    };
  }

  async #take(who: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#freeFor(who) > 0) {
      this.#hold(who, 1);
    } else {
      await this.#queue(who, signal);
    }
    let given = false;
    return () => {
      if (!given) {
        given = true;
        this.#hold(who, -1);
        this.#serve();
      }
    };
  }

  #freeFor(who: string): number {
    const held = this.#held.get(who) ?? 0;
    return Math.max(0, this.#limit - this.#taken - held);
  }

  #hold(who: string, change: 1 | -1): void {
    this.#taken += change;
    const held = (this.#held.get(who) ?? 0) + change;
    if (held > 0) {
      this.#held.set(who, held);
    } else {
      this.#held.delete(who);
    }
  }

  #queue(who: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter = { who, enter: resolve };
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

  /** What one gave back may let another in who waits behind somebody that holds too many. */
  #serve(): void {
    for (let index = 0; index < this.#waiting.length; ) {
      const { who, enter } = this.#waiting[index];
      if (this.#freeFor(who) > 0) {
        this.#waiting.splice(index, 1);
        this.#hold(who, 1);
        enter();
      } else {
        index += 1;
      }
    }
  }
}
