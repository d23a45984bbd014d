import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { CacheChange } from './types';

/** Long enough to join the events of one rollout step, far below what an eye notices. */
const WINDOW_MS = 50;

type Listener = (changes: readonly CacheChange[]) => void;

/** Joins changes of a short while into one notification; several changes of one object are one. */
export class ChangeBuffer {
  readonly #clock: Clock;
  readonly #onError: (error: unknown) => void;
  readonly #listeners = new Set<Listener>();
  #changes = new Map<string, CacheChange>();
  #cancel: (() => void) | undefined;

  /** @param onError - told of a listener that throws; the others are called all the same */
  static create(clock: Clock, onError: (error: unknown) => void): ChangeBuffer {
    return new ChangeBuffer(clock, onError);
  }

  private constructor(clock: Clock, onError: (error: unknown) => void) {
    this.#clock = clock;
    this.#onError = onError;
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  add(change: CacheChange): void {
    // With nobody listening a cold start would gather every object for nothing.
    if (this.#listeners.size === 0) {
      return;
    }
    const key =
      change.type === 'row'
        ? `${change.cluster}/${change.resource}/${change.uid}`
        : change.cluster;
    this.#changes.set(key, change);
    this.#cancel ??= this.#clock.after(WINDOW_MS, () => this.#flush());
  }

  /** Forgets what was not yet told, and leaves no timer. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#changes.clear();
  }

  #flush(): void {
    this.#cancel = undefined;
    const changes = [...this.#changes.values()];
    this.#changes = new Map();
    for (const listener of [...this.#listeners]) {
      try {
        listener(changes);
      } catch (error) {
        this.#onError(error);
      }
    }
  }
}
