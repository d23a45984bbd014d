import { SharedAnswers } from '@domaindeck/backstage-plugin-workloads-node';
import { RegistryError } from './RegistryError';
import { Registry, TagList } from './types';

/** Milliseconds for which answers are good. */
const TAGS_MS = 30_000;
const THERE_MS = 60_000;
/** Somebody who pushes what was missing asks again soon. */
const MISSING_MS = 5_000;
const BUILT_MS = 120_000;
const FAILURE_MS = 5_000;
/** A list of many tags takes some megabytes. */
const MOST_LISTS = 40;
const MOST_FACTS = 5_000;

/** Asks a registry once for all people, and not at all while it wants to be left alone. */
export class SharedRegistry implements Registry {
  readonly #registry: Registry;
  readonly #now: () => number;
  readonly #onFailure?: (error: RegistryError) => void;
  readonly #tags: SharedAnswers<TagList>;
  readonly #facts: SharedAnswers<boolean>;
  readonly #times: SharedAnswers<number | undefined>;
  /** Milliseconds since the epoch. */
  #quietUntil = 0;

  static create(options: {
    readonly registry: Registry;
    readonly now: () => number;
    readonly onFailure?: (error: RegistryError) => void;
  }): SharedRegistry {
    return new SharedRegistry(options);
  }

  private constructor(options: {
    readonly registry: Registry;
    readonly now: () => number;
    readonly onFailure?: (error: RegistryError) => void;
  }) {
    const { registry, now } = options;
    this.#registry = registry;
    this.#now = now;
    this.#onFailure = options.onFailure;
    const facts = { failureLifeMs: FAILURE_MS, most: MOST_FACTS, now };
    this.#tags = SharedAnswers.create({ ...facts, most: MOST_LISTS });
    this.#facts = SharedAnswers.create(facts);
    this.#times = SharedAnswers.create(facts);
  }

  get host(): string {
    return this.#registry.host;
  }

  get branchTags(): RegExp | undefined {
    return this.#registry.branchTags;
  }

  /** {@inheritDoc Registry.tags} */
  tags(path: string, signal?: AbortSignal): Promise<TagList> {
    const read = () => this.#ask(() => this.#registry.tags(path));
    const lifeOf = ({ missing }: TagList) =>
      missing === undefined ? TAGS_MS : FAILURE_MS;
    return this.#tags.get(path, lifeOf, read, signal);
  }

  /** {@inheritDoc Registry.has} */
  has(path: string, reference: string, signal?: AbortSignal): Promise<boolean> {
    const read = () => this.#ask(() => this.#registry.has(path, reference));
    const lifeOf = (isThere: boolean) => (isThere ? THERE_MS : MISSING_MS);
    return this.#facts.get(`${path}@${reference}`, lifeOf, read, signal);
  }

  /** {@inheritDoc Registry.builtAt} */
  builtAt(
    path: string,
    tag: string,
    signal?: AbortSignal,
  ): Promise<number | undefined> {
    const read = () => this.#ask(() => this.#registry.builtAt(path, tag));
    return this.#times.get(`${path}@${tag}`, () => BUILT_MS, read, signal);
  }

  async #ask<T>(question: () => Promise<T>): Promise<T> {
    if (this.#now() < this.#quietUntil) {
      throw new RegistryError(
        'rate-limited',
        `Registry ${this.host} wants to be left alone for a while`,
      );
    }
    try {
      return await question();
    } catch (error) {
      if (error instanceof RegistryError) {
        const until = this.#now() + (error.waitMs ?? 0);
        this.#quietUntil = Math.max(this.#quietUntil, until);
        this.#onFailure?.(error);
      }
      throw error;
    }
  }
}
