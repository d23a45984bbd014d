import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { entityNotFound } from '../entities/notFound';
import { DECISION_LIFE } from './CachedEnvironmentAuthorizer';
import { DecisionCache } from './DecisionCache';
import { EnvironmentAccess, EnvironmentAuthorizer } from './types';

/**
 * Milliseconds that a decision may be old when an open stream is judged again: long enough that the tabs of one person
 * which come back together ask once, far below the time in which a lost right ends a stream.
 */
const RECHECK_AGE = 1_000;

/** What {@link AccessGate} asks. */
export interface AccessGateOptions {
  readonly authorizer: EnvironmentAuthorizer;
  readonly catalog: CatalogService;
  /** Whether a person may read an entity in the catalog. */
  readonly visible: DecisionCache<boolean>;
  /** Tells persons apart; undefined for a caller about whom nothing is remembered. */
  readonly keyOf: (credentials: BackstageCredentials) => string | undefined;
}

/** What every request passes first: the caller's rights, and the caller's view of the catalog. */
export class AccessGate {
  readonly #options: AccessGateOptions;

  static create(options: AccessGateOptions): AccessGate {
    return new AccessGate(options);
  }

  private constructor(options: AccessGateOptions) {
    this.#options = options;
  }

  access(credentials: BackstageCredentials): Promise<EnvironmentAccess> {
    return this.#options.authorizer.authorize(credentials);
  }

  /** Rights in environments, and whether the caller inspects clusters. */
  async operatorAccess(
    credentials: BackstageCredentials,
  ): Promise<{ access: EnvironmentAccess; inspects: boolean }> {
    const { authorizer } = this.#options;
    const [access, inspects] = await Promise.all([
      authorizer.authorize(credentials),
      authorizer.inspectsClusters(credentials),
    ]);
    return { access, inspects };
  }

  /**
   * Asks both at once, also for an entity that does not exist: the time of an answer tells nothing.
   * @throws NotFoundError when the caller may not read the entity in the catalog
   */
  entityAccess(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<EnvironmentAccess> {
    return this.#entityAccess(entityRef, credentials, DECISION_LIFE);
  }

  /**
   * As {@link AccessGate.entityAccess}, past what is remembered: for streams that were let in some time ago.
   * @throws NotFoundError when the caller may not read the entity in the catalog any more
   */
  recheck(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<EnvironmentAccess> {
    return this.#entityAccess(entityRef, credentials, RECHECK_AGE);
  }

  async #entityAccess(
    entityRef: string,
    credentials: BackstageCredentials,
    maxAge: number,
  ): Promise<EnvironmentAccess> {
    const [visible, access] = await Promise.all([
      this.#sees(entityRef, credentials, maxAge),
      this.#options.authorizer.authorize(credentials, maxAge),
    ]);
    if (!visible) {
      throw entityNotFound(entityRef);
    }
    return access;
  }

  #sees(
    entityRef: string,
    credentials: BackstageCredentials,
    maxAge: number,
  ): Promise<boolean> {
    const { catalog, keyOf, visible } = this.#options;
    const ask = async () =>
      (await catalog.getEntityByRef(entityRef, { credentials })) !== undefined;
    const person = keyOf(credentials);
    return person === undefined
      ? ask()
      : visible.get(`${person} ${entityRef}`, maxAge, ask);
  }
}
