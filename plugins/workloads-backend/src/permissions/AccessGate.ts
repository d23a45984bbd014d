import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { entityNotFound } from '../entities/notFound';
import { EnvironmentAccess, EnvironmentAuthorizer } from './types';

/** What every request passes first: the caller's rights, and the caller's view of the catalog. */
export class AccessGate {
  readonly #authorizer: EnvironmentAuthorizer;
  readonly #catalog: CatalogService;

  static create(options: {
    authorizer: EnvironmentAuthorizer;
    catalog: CatalogService;
  }): AccessGate {
    return new AccessGate(options);
  }

  private constructor(options: {
    authorizer: EnvironmentAuthorizer;
    catalog: CatalogService;
  }) {
    this.#authorizer = options.authorizer;
    this.#catalog = options.catalog;
  }

  access(credentials: BackstageCredentials): Promise<EnvironmentAccess> {
    return this.#authorizer.authorize(credentials);
  }

  /** Rights in environments, and whether the caller inspects clusters. */
  async operatorAccess(
    credentials: BackstageCredentials,
  ): Promise<{ access: EnvironmentAccess; inspects: boolean }> {
    const [access, inspects] = await Promise.all([
      this.#authorizer.authorize(credentials),
      this.#authorizer.inspectsClusters(credentials),
    ]);
    return { access, inspects };
  }

  /**
   * Asks both at once, also for an entity that does not exist: the time of an answer tells nothing.
   * @throws NotFoundError when the caller may not read the entity in the catalog
   */
  async entityAccess(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<EnvironmentAccess> {
    const [entity, access] = await Promise.all([
      this.#catalog.getEntityByRef(entityRef, { credentials }),
      this.#authorizer.authorize(credentials),
    ]);
    if (!entity) {
      throw entityNotFound(entityRef);
    }
    return access;
  }
}
