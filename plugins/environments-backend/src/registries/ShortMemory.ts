/** For how long answers are kept, in milliseconds. */
export interface ShortMemoryOptions<T> {
  readonly keepMs: (value: T) => number;
  /** A failure is kept as well, so that what does not answer is not asked by everybody again. */
  readonly keepFailureMs: (error: unknown) => number;
  /** What was asked for longest ago goes first. */
  readonly most: number;
  readonly now: () => number;
}

/**
 * One answer for all who ask the same within some time, also while it is under way. Nobody who goes away takes it from the
 * others.
 */
export class ShortMemory<T> {
  readonly #options: ShortMemoryOptions<T>;
  readonly #entries = new Map<
    string,
    { until: number; readonly value: Promise<T> }
  >();

  static create<T>(options: ShortMemoryOptions<T>): ShortMemory<T> {
    return new ShortMemory(options);
  }

  private constructor(options: ShortMemoryOptions<T>) {
    this.#options = options;
  }

  get(key: string, read: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const { now, keepMs, keepFailureMs, most } = this.#options;
    const known = this.#entries.get(key);
    if (known && now() < known.until) {
      return orAbort(known.value, signal);
    }
    const entry = { until: Infinity, value: read() };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size > most) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest);
    }
    entry.value.then(
      value => {
        entry.until = now() + keepMs(value);
      },
      error => {
        entry.until = now() + keepFailureMs(error);
      },
    );
    return orAbort(entry.value, signal);
  }
}

/** The value, or the end of waiting for it. */
function orAbort<T>(value: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) {
    return value;
  }
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) {
      stop();
    }
    signal.addEventListener('abort', stop, { once: true });
    value
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}
