/**
 * Whether a cluster sends a list as a watch (`sendInitialEvents`): tried until it says no. Kubernetes has it on by
 * default since 1.34, and in 1.32; it saves both sides the memory of a whole list.
 */
export class WatchListSupport {
  #state: 'untried' | 'proven' | 'refused' = 'untried';

  static create(): WatchListSupport {
    return new WatchListSupport();
  }

  private constructor() {}

  /** Whether to ask for it. */
  get worthTrying(): boolean {
    return this.#state !== 'refused';
  }

  /** Whether a whole list came that way. */
  get proven(): boolean {
    return this.#state === 'proven';
  }

  /** A whole list came. */
  confirm(): void {
    this.#state = 'proven';
  }

  /** The server refused it, or took no notice of it. */
  refuse(): void {
    this.#state = 'refused';
  }
}
