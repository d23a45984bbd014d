import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { Grant } from '@domaindeck/backstage-plugin-access-common';

/**
 * How long grants are used before they are read again, in milliseconds. Open streams are judged again every 15 s, and
 * an ended grant must end them within 30 s: 10 leaves room for both.
 */
const FRESH = 10_000;

/** For how long grants are still used, in milliseconds, when they cannot be read again. */
const USABLE = 30_000;

/** What {@link StoredGrants} needs. */
export interface StoredGrantsOptions {
  readonly auth: AuthService;
  readonly discovery: DiscoveryService;
  readonly logger: LoggerService;
  readonly fetch: typeof fetch;
  readonly now: () => number;
}

/**
 * The grants in the database of the `access` backend, in this process or another one.
 *
 * @remarks
 *
 * Grants only add rights. When they cannot be read, for longer than {@link USABLE}, nobody has what they would give;
 * the grants of the config and ownership go on. A portal without that backend has none.
 */
export class StoredGrants {
  readonly #options: StoredGrantsOptions;
  #known: { readonly at: number; readonly grants: readonly Grant[] } = {
    at: Number.NEGATIVE_INFINITY,
    grants: [],
  };
  #asked = Number.NEGATIVE_INFINITY;
  #reading?: Promise<readonly Grant[]>;
  #failing = false;
  #generation = 0;

  static create(options: StoredGrantsOptions): StoredGrants {
    return new StoredGrants(options);
  }

  private constructor(options: StoredGrantsOptions) {
    this.#options = options;
  }

  async get(): Promise<readonly Grant[]> {
    const now = this.#options.now();
    if (now >= this.#asked && now - this.#asked < FRESH) {
      return this.#reading ?? this.#usable(now);
    }
    this.#asked = now;
    const generation = this.#generation;
    const reading = this.#read(now, generation).finally(() => {
      if (this.#reading === reading) {
        this.#reading = undefined;
      }
    });
    this.#reading = reading;
    return reading;
  }

  /** Makes the next question read the grants again. */
  invalidate(): void {
    this.#generation += 1;
    this.#asked = Number.NEGATIVE_INFINITY;
    this.#reading = undefined;
  }

  async #read(now: number, generation: number): Promise<readonly Grant[]> {
    try {
      const grants = await this.#fetch();
      // An answer to a question from before a change may hold what was before it.
      if (generation === this.#generation) {
        this.#known = { at: now, grants };
      }
      this.#failing = false;
      return grants;
    } catch (error) {
      if (!this.#failing) {
        this.#options.logger.warn(
          'The grants in the database cannot be read; after 30 s only those of the config count',
          error instanceof Error ? error : undefined,
        );
      }
      this.#failing = true;
      return this.#usable(this.#options.now());
    }
  }

  #usable(now: number): readonly Grant[] {
    return now - this.#known.at <= USABLE ? this.#known.grants : [];
  }

  async #fetch(): Promise<readonly Grant[]> {
    const { auth, discovery, fetch } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'access',
    });
    const response = await fetch(
      `${await discovery.getBaseUrl('access')}/internal/grants`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    if (response.status === 404) {
      // The access backend is not installed.
      return [];
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const { items } = (await response.json()) as { items: Grant[] };
    return items;
  }
}
