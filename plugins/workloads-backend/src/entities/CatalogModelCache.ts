import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ForwardedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createCatalogModel } from './createCatalogModel';
import { CatalogModel, CatalogModelSource } from './types';

/** How old the model may be before it is read again, in milliseconds. Answers meanwhile use the old one. */
const FRESH = 60_000;
/** How often an entity that is not in the model may cause a read, in milliseconds. */
const REFRESH_GAP = 5_000;

/**
 * Keeps the catalog's domains, systems and components, read with the plugin's own credentials at most once a minute.
 * What a caller may see of them is asked separately, with the caller's credentials.
 */
export class CatalogModelCache implements CatalogModelSource {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  #model?: CatalogModel;
  #readAt = Number.NEGATIVE_INFINITY;
  #reading?: Promise<CatalogModel>;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    now: () => number;
  }): CatalogModelCache {
    return new CatalogModelCache(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    now: () => number;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  latest(): CatalogModel | undefined {
    return this.#model;
  }

  async get(): Promise<CatalogModel> {
    if (!this.#model) {
      return this.#read();
    }
    if (this.#now() - this.#readAt >= FRESH) {
      this.#read().catch(error =>
        this.#logger.warn(
          'The catalog could not be read again; components are shown as last known',
          error,
        ),
      );
    }
    return this.#model;
  }

  async refresh(): Promise<CatalogModel> {
    const tooSoon = this.#now() - this.#readAt < REFRESH_GAP;
    return this.#model && tooSoon ? this.#model : this.#read();
  }

  #read(): Promise<CatalogModel> {
    this.#reading ??= this.#readNow().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readNow(): Promise<CatalogModel> {
    // Failures count too, so that a catalog in trouble is not asked by every request.
    this.#readAt = this.#now();
    try {
      const entities: Entity[] = [];
      const pages = this.#catalog.streamEntities(
        {
          filter: [
            { kind: 'Domain' },
            { kind: 'System' },
            { kind: 'Component' },
          ],
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.title',
            'metadata.annotations',
            'relations',
          ],
        },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      for await (const page of pages) {
        entities.push(...page);
      }
      this.#model = createCatalogModel(entities);
      return this.#model;
    } catch (error) {
      throw new ForwardedError('The catalog could not be read', error);
    }
  }
}
