import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { DecisionCache } from './DecisionCache';
import { EnvironmentAccess, EnvironmentAuthorizer } from './types';

/** Milliseconds for which a decision holds. A change of grants is told, so this bounds only what nobody tells. */
export const DECISION_LIFE = 30_000;

/**
 * Remembers what was decided about a person. The conditions of a decision are remembered, not what comes of them: an
 * environment that changes its domain is judged anew at once.
 */
export class CachedEnvironmentAuthorizer implements EnvironmentAuthorizer {
  readonly #inner: EnvironmentAuthorizer;
  readonly #decisions: DecisionCache<EnvironmentAccess>;
  readonly #inspects: DecisionCache<boolean>;
  readonly #keyOf: (credentials: BackstageCredentials) => string | undefined;

  /** @param options.keyOf - tells persons apart; undefined for a caller about whom nothing is remembered */
  static create(options: {
    inner: EnvironmentAuthorizer;
    decisions: DecisionCache<EnvironmentAccess>;
    inspects: DecisionCache<boolean>;
    keyOf: (credentials: BackstageCredentials) => string | undefined;
  }): CachedEnvironmentAuthorizer {
    return new CachedEnvironmentAuthorizer(options);
  }

  private constructor(options: {
    inner: EnvironmentAuthorizer;
    decisions: DecisionCache<EnvironmentAccess>;
    inspects: DecisionCache<boolean>;
    keyOf: (credentials: BackstageCredentials) => string | undefined;
  }) {
    this.#inner = options.inner;
    this.#decisions = options.decisions;
    this.#inspects = options.inspects;
    this.#keyOf = options.keyOf;
  }

  authorize(
    credentials: BackstageCredentials,
    maxAge: number = DECISION_LIFE,
  ): Promise<EnvironmentAccess> {
    const key = this.#keyOf(credentials);
    const ask = () => this.#inner.authorize(credentials);
    return key === undefined ? ask() : this.#decisions.get(key, maxAge, ask);
  }

  inspectsClusters(credentials: BackstageCredentials): Promise<boolean> {
    const key = this.#keyOf(credentials);
    const ask = () => this.#inner.inspectsClusters(credentials);
    return key === undefined
      ? ask()
      : this.#inspects.get(key, DECISION_LIFE, ask);
  }

  /** Forgets everything, because somebody's rights have changed. */
  clear(): void {
    this.#decisions.clear();
    this.#inspects.clear();
  }
}
