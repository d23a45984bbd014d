/**
 * Finds full names of the baseline's Services in texts, and leads them elsewhere. `pricing.payments.example.com` is a
 * name of the internet and none of the baseline's.
 */
export class BaselineAddresses {
  readonly #pattern: RegExp | undefined;

  /**
   * @param services - names of the baseline's Services
   * @param namespace - of the baseline
   */
  constructor(
    services: readonly string[],
    namespace: string,
    clusterDomain: string,
  ) {
    // The longest first, so that no name hides another that begins like it.
    const names = [...services]
      .sort((a, b) => b.length - a.length)
      .map(escape)
      .join('|');
    const after = `(?:\\.svc(?:\\.${escape(clusterDomain)})?)?`;
    this.#pattern = names
      ? new RegExp(
          `(?<![\\w-])(?<![\\w-]\\.(?<!-\\d+\\.))(${names})\\.${escape(
            namespace,
          )}(${after})(?![\\w-])(?!\\.[\\w-])`,
          'g',
        )
      : undefined;
  }

  /** Names of Services that a text calls by their full name. */
  find(text: string): string[] {
    return this.#pattern
      ? [...text.matchAll(this.#pattern)].map(match => match[1])
      : [];
  }

  /** Leads some of the names to another namespace. */
  rewrite(text: string, names: ReadonlySet<string>, namespace: string): string {
    return this.#pattern
      ? text.replace(this.#pattern, (whole, name: string, after: string) =>
          names.has(name) ? `${name}.${namespace}${after}` : whole,
        )
      : text;
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
