/** Labels of a series. */
export type Labels = Readonly<Record<string, string>>;

/** Measures in OpenMetrics' form, one sample of each series every so many seconds. */
export class MeasureText {
  readonly #from: number;
  readonly #to: number;
  readonly #scrape: number;
  readonly #lines: string[] = [];

  /**
   * @param from - seconds since 1970
   * @param to - included
   * @param scrape - seconds between two samples
   */
  static create(from: number, to: number, scrape: number): MeasureText {
    return new MeasureText(from, to, scrape);
  }

  private constructor(from: number, to: number, scrape: number) {
    this.#from = from;
    this.#to = to;
    this.#scrape = scrape;
  }

  /** @param valueAt - of a time in seconds; undefined where there is no sample */
  series(
    name: string,
    labels: Labels,
    valueAt: (seconds: number) => number | undefined,
  ): void {
    const written = Object.entries(labels)
      .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
      .join(',');
    for (let at = this.#from; at <= this.#to; at += this.#scrape) {
      const value = valueAt(at);
      if (value !== undefined) {
        this.#lines.push(`${name}{${written}} ${value} ${at}`);
      }
    }
  }

  /** All of it. */
  get text(): string {
    return [...this.#lines, '# EOF', ''].join('\n');
  }
}
