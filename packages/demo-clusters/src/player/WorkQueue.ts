/** Which objects want a controller's look, now or later. Each object is in it at most once for now and once for later. */
export class WorkQueue {
  readonly #now = new Set<string>();
  readonly #later = new Map<string, number>();

  private constructor() {}

  static create(): WorkQueue {
    return new WorkQueue();
  }

  add(key: string): void {
    this.#now.add(key);
  }

  /** The earliest wish counts. */
  addAt(key: string, when: number): void {
    this.#later.set(key, Math.min(when, this.#later.get(key) ?? Infinity));
  }

  /** Takes the next object that wants a look now. */
  take(): string | undefined {
    for (const key of this.#now) {
      this.#now.delete(key);
      return key;
    }
    return undefined;
  }

  /** When somebody will want a look next; Infinity when nobody will. */
  get nextAt(): number {
    let next = Infinity;
    for (const when of this.#later.values()) {
      next = Math.min(next, when);
    }
    return next;
  }

  /** What has become due wants a look now. */
  wake(now: number): void {
    for (const [key, when] of this.#later) {
      if (when <= now) {
        this.#later.delete(key);
        this.#now.add(key);
      }
    }
  }

  forget(key: string): void {
    this.#now.delete(key);
    this.#later.delete(key);
  }
}
