import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { toEnvironmentEntity } from './toEnvironmentEntity';
import { Components, EnvironmentSource, ListedEnvironment } from './types';

/** Milliseconds between looks when nobody tells of anything: ends that moved, news of another process. */
const EVERY_MS = 5 * 60_000;
/** Milliseconds until a look that failed is made again, doubled with each failure: at a start the others are not up yet. */
const FIRST_RETRY_MS = 2_000;
/** Milliseconds for which it is believed which workload belongs to which component. */
const COMPONENTS_MS = 60_000;

/** What {@link EnvironmentEntityProvider} needs. */
export interface EnvironmentEntityProviderOptions {
  readonly source: EnvironmentSource;
  readonly clock: Clock;
  readonly logger: LoggerService;
  /** Where the portal is. */
  readonly portalUrl: string;
}

/**
 * The environments that there are, all of them each time. While they cannot be read the catalog keeps what it has: an
 * environment vanishes from it only when it is known to be gone.
 */
export class EnvironmentEntityProvider implements EntityProvider {
  readonly #options: EnvironmentEntityProviderOptions;
  readonly #components = new Map<
    string,
    { readonly at: number; readonly value: Components }
  >();
  #connection: EntityProviderConnection | undefined;
  #failures = 0;
  #isWanted = false;
  #work: Promise<void> | undefined;
  #cancel = () => {};

  static create(
    options: EnvironmentEntityProviderOptions,
  ): EnvironmentEntityProvider {
    return new EnvironmentEntityProvider(options);
  }

  private constructor(options: EnvironmentEntityProviderOptions) {
    this.#options = options;
  }

  /** {@inheritDoc @backstage/plugin-catalog-node#EntityProvider.getProviderName} */
  getProviderName(): string {
    return 'domaindeck-environments';
  }

  /** Begins to look. Does not wait for it: the catalog has to be up before the backends that are asked answer. */
  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    this.refresh();
  }

  /** Looks at once, or once more when a look is under way: what was told in between may not be in it. */
  refresh(): void {
    if (!this.#connection) {
      return;
    }
    this.#isWanted = true;
    this.#work ??= this.#refreshWhileWanted();
  }

  /** Waits for a look that is under way; there is none after it. */
  async stop(): Promise<void> {
    this.#connection = undefined;
    await this.#work;
    this.#cancel();
  }

  async #refreshWhileWanted(): Promise<void> {
    while (this.#isWanted && this.#connection) {
      this.#isWanted = false;
      this.#cancel();
      const next = (await this.#refreshOnce())
        ? EVERY_MS
        : Math.min(EVERY_MS, FIRST_RETRY_MS * 2 ** this.#failures);
      this.#failures = next === EVERY_MS ? 0 : this.#failures + 1;
      this.#cancel = this.#options.clock.after(next, () => this.refresh());
    }
    this.#work = undefined;
  }

  /** @returns whether everything could be read */
  async #refreshOnce(): Promise<boolean> {
    const { logger, source } = this.#options;
    try {
      const environments = await source.list();
      const domains = [...new Set(environments.map(one => one.domain))];
      const read = await Promise.all(
        domains.map(one => this.#componentsOf(one)),
      );
      await this.#connection?.applyMutation({
        type: 'full',
        entities: environments.map(environment => ({
          entity: this.#entityOf(environment),
          locationKey: this.getProviderName(),
        })),
      });
      return !read.includes(false);
    } catch (error) {
      logger.warn(
        'The catalog keeps the environments that it has, because they could not be read',
        error instanceof Error ? error : undefined,
      );
      return false;
    }
  }

  #entityOf(environment: ListedEnvironment): Entity {
    return toEnvironmentEntity(
      environment,
      this.#components.get(environment.domain)?.value ?? {},
      this.#options.portalUrl.replace(/\/+$/, ''),
    );
  }

  /**
   * What was known last stays when it cannot be read: an environment is listed without its components rather than not.
   *
   * @returns whether it is known
   */
  async #componentsOf(domain: string): Promise<boolean> {
    const { clock, logger, source } = this.#options;
    const now = clock.now().getTime();
    const known = this.#components.get(domain);
    if (known && now - known.at < COMPONENTS_MS) {
      return true;
    }
    try {
      const value = await source.components(domain);
      this.#components.set(domain, { at: now, value });
      return true;
    } catch (error) {
      logger.warn(
        `What of ${domain} belongs to which component could not be read`,
        error instanceof Error ? error : undefined,
      );
      return false;
    }
  }
}
