/** The part of time that a list shows at present, for who draws it elsewhere. RFC 3339. */
interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * Which part of time the rows on the screen are of. It changes with every turn of the wheel, so that only who listens is
 * drawn anew.
 * @public
 */
export class ShownSpan {
  readonly #listeners = new Set<() => void>();
  #span?: Span;

  static create(): ShownSpan {
    return new ShownSpan();
  }

  private constructor() {}

  get(): Span | undefined {
    return this.#span;
  }

  set(span: Span | undefined): void {
    if (this.#span?.from !== span?.from || this.#span?.to !== span?.to) {
      this.#span = span;
      this.#listeners.forEach(listener => listener());
    }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
