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

/**
 * Reads groups and domains with one query each time the copy has grown too old. There is no fallback to an older
 * copy: rights that cannot be known are not given.
 */
export class CatalogOrganisationSource implements OrganisationSource {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #now: () => number;
  #latest?: { readonly at: number; readonly value: Promise<Organisation> };

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    now: () => number;
  }): CatalogOrganisationSource {
    return new CatalogOrganisationSource(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    now: () => number;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#now = options.now;
  }

  get(): Promise<Organisation> {
    const latest = this.#latest;
    if (latest && this.#now() - latest.at < MAX_AGE) {
      return latest.value;
    }
    const value = this.#read();
    const entry = { at: this.#now(), value };
    this.#latest = entry;
    // A failure is not kept: the next decision asks again.
    value.catch(() => {
      if (this.#latest === entry) {
        this.#latest = undefined;
      }
    });
    return value;
  }

  async #read(): Promise<Organisation> {
    const entities: Entity[] = [];
    const pages = this.#catalog.streamEntities(
      {
        filter: [{ kind: 'Group' }, { kind: 'Domain' }],
        fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      entities.push(...page);
    }
    return createOrganisation(entities);
  }
}
