/** A running step says that it is alive this often, in milliseconds. */
const SIGN_OF_LIFE_MS = 10_000;

/**
 * Tells on a plain stream what is being done and how long it took: one line when a step starts, one when it ends, and
 * one every ten seconds between, so that nobody thinks it hangs. No cursor tricks: it reads the same in a log.
 */
export class Progress {
  #write;
  #now;

  /**
   * @param {{write?: (line: string) => void, now?: () => number}} [options]
   */
  constructor(options = {}) {
    this.#write = options.write ?? (line => process.stdout.write(`${line}\n`));
    this.#now = options.now ?? Date.now;
  }

  /** @param {string} line */
  say(line) {
    this.#write(line);
  }

  /**
   * @template T
   * @param {string} title what is done, as "Installing dependencies"
   * @param {(detail: (text: string) => void) => Promise<T>} work is given a function that says where the step stands
   * @returns {Promise<T>}
   */
  async step(title, work) {
    const started = this.#now();
    let detail = '';
    this.#write(`  ${title} ...`);
    const life = setInterval(() => {
      const where = detail ? `: ${detail}` : '';
      this.#write(`  ... ${title}${where} (${this.#since(started)})`);
    }, SIGN_OF_LIFE_MS);
    try {
      const result = await work(text => {
        detail = text;
      });
      this.#write(`✓ ${title} (${this.#since(started)})`);
      return result;
    } catch (error) {
      this.#write(`✗ ${title} (${this.#since(started)})`);
      throw error;
    } finally {
      clearInterval(life);
    }
  }

  #since(started) {
    return `${((this.#now() - started) / 1000).toFixed(1)} s`;
  }
}
