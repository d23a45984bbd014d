import { FeedError } from './FeedError';

/** Lists that fail in this way, one after the other, after which one that was proven is doubted. */
const DOUBTS = 2;

/**
 * Whether a cluster sends a list as a watch (`sendInitialEvents`): tried until it says no. Kubernetes has it on by
 * default since 1.34, and in 1.32; it saves both sides the memory of a whole list.
 */
export class WatchListSupport {
  #state: 'untried' | 'proven' | 'refused' = 'untried';
  #doubts = 0;

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
    this.#doubts = 0;
  }

  /**
   * Tells a server that cannot send a list as a watch from one that fails.
   *
   * @param error - what ended such a list before it was complete
   * @returns what is to be thrown
   */
  judge(error: unknown): unknown {
    const problem = error instanceof FeedError ? error.problem : undefined;
    if (problem !== 'expired' && problem !== 'silent') {
      return error;
    }
    if (this.#state === 'proven') {
      // Another server, or one with another configuration, may stand there now.
      this.#doubts += 1;
      if (this.#doubts >= DOUBTS) {
        this.retry();
      }
      return error;
    }
    this.#state = 'refused';
    return new FeedError('no-watch-list', 'lists are read in pages');
  }

  /** Nothing is known any more, as of a cluster that was upgraded. */
  retry(): void {
    this.#state = 'untried';
    this.#doubts = 0;
  }
}
