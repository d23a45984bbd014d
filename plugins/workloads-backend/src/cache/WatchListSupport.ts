import { FeedError } from './FeedError';

/** Lists that fail in this way, one after the other, after which one that was proven is doubted. */
const DOUBTS = 2;

/** After this silence within the initial events the server is taken for one that does not know how to end them. */
const SILENCE_MS = 15_000;

/** A busy kind is never silent, and a server that does not know of initial events would send for ever. */
const LIMIT_MS = 60_000;
const PROVEN_LIMIT_MS = 300_000;

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

  /** Milliseconds of silence within such a list that are suffered; undefined for as many as in any watch. */
  get silenceMs(): number | undefined {
    return this.proven ? undefined : SILENCE_MS;
  }

  /** Milliseconds that such a list may take. */
  get limitMs(): number {
    return this.proven ? PROVEN_LIMIT_MS : LIMIT_MS;
  }

  /**
   * Judges the first bookmark of such a list: it ends the initial events, if the server knows what those are.
   *
   * @throws FeedError when it does not.
   */
  judgeBookmark(endsInitialEvents: boolean): void {
    if (!endsInitialEvents) {
      throw this.#refuse();
    }
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
    return this.#refuse();
  }

  /** Nothing is known any more, as of a cluster that was upgraded. */
  retry(): void {
    this.#state = 'untried';
    this.#doubts = 0;
  }

  #refuse(): FeedError {
    this.#state = 'refused';
    return new FeedError('no-watch-list', 'lists are read in pages');
  }
}
