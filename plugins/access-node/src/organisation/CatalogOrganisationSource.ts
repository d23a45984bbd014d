import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createOrganisation } from './createOrganisation';
import { Organisation, OrganisationSource } from './types';

/**
 * How long a department's change may take to reach decisions, in milliseconds. Open streams are judged again every
 * 15 s, and a person who leaves a department must lose them within 30 s: 10 leaves room for both.
 */
const MAX_AGE = 10_000;

/** What {@link CatalogOrganisationSource} needs. @public */
export interface CatalogOrganisationOptions {
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly now: () => number;
  /** Also reads the people with their names. A decision needs only their memberships, which the departments have. */
  readonly people?: boolean;
}

/**
 * Reads departments and domains with one query each time the copy has grown too old. There is no fallback to an older
 * copy: rights that cannot be known are not given.
 * @public
 */
export class CatalogOrganisationSource implements OrganisationSource {
  readonly #options: CatalogOrganisationOptions;
  #latest?: { readonly at: number; readonly value: Promise<Organisation> };

  static create(
    options: CatalogOrganisationOptions,
  ): CatalogOrganisationSource {
    return new CatalogOrganisationSource(options);
  }

  private constructor(options: CatalogOrganisationOptions) {
    this.#options = options;
  }

  get(): Promise<Organisation> {
    const now = this.#options.now();
    const latest = this.#latest;
    // A clock that was set back would keep a copy for too long.
    if (latest && now >= latest.at && now - latest.at < MAX_AGE) {
      return latest.value;
    }
    const value = this.#read();
    const entry = { at: now, value };
    this.#latest = entry;
    // A failure is not kept: the next decision asks again.
    value.catch(() => {
      if (this.#latest === entry) {
        this.#latest = undefined;
      }
    });
    return value;
  }

  /** Makes the next question ask the catalog. */
  invalidate(): void {
    this.#latest = undefined;
  }

  async #read(): Promise<Organisation> {
    const { catalog, auth, people } = this.#options;
    const entities: Entity[] = [];
    const kinds = ['Group', 'Domain', ...(people ? ['User'] : [])];
    const pages = catalog.streamEntities(
      {
        filter: kinds.map(kind => ({ kind })),
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.profile.displayName',
          'relations',
        ],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      entities.push(...page);
    }
    return createOrganisation(entities);
  }
}
