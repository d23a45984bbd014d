/**
 * How many requests reached a server, by verb: get, list, watch, create, update, patch, delete, and `path` for
 * everything that is no resource.
 * @public
 */
export interface RequestCount {
  readonly total: number;
  readonly byVerb: Readonly<Record<string, number>>;
}

/** Counts requests, so that a benchmark or a test can say what a page costs the clusters. */
export class RequestCounter {
  #byVerb = new Map<string, number>();

  private constructor() {}

  static create(): RequestCounter {
    return new RequestCounter();
  }

  add(verb: string): void {
    this.#byVerb.set(verb, (this.#byVerb.get(verb) ?? 0) + 1);
  }

  read(): RequestCount {
    const byVerb = Object.fromEntries(this.#byVerb);
    const total = Object.values(byVerb).reduce((sum, count) => sum + count, 0);
    return { total, byVerb };
  }

  reset(): void {
    this.#byVerb = new Map();
  }
}
