import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ClusterDefinition } from '@domaindeck/backstage-plugin-workloads-node';
import { DomainView, EnvironmentSource } from './types';

/** A component is part of a system, which is part of a domain. */
const MOST_STEPS = 3;

/** Finds the domain of an entity and the clusters in which the caller views something of it. */
export class DomainResolver {
  readonly #catalog: CatalogService;
  readonly #environments: EnvironmentSource;
  readonly #clusters: readonly ClusterDefinition[];

  static create(options: {
    catalog: CatalogService;
    environments: EnvironmentSource;
    clusters: readonly ClusterDefinition[];
  }): DomainResolver {
    return new DomainResolver(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    environments: EnvironmentSource;
    clusters: readonly ClusterDefinition[];
  }) {
    this.#catalog = options.catalog;
    this.#environments = options.environments;
    this.#clusters = options.clusters;
  }

  /**
   * @throws InputError when the reference is none
   * @throws NotFoundError when the caller views nothing of the domain, or there is no such entity
   */
  async view(
    entity: string,
    credentials: BackstageCredentials,
  ): Promise<DomainView> {
    const entityRef = fullRef(entity);
    // Both at once, also for what does not exist: the time of an answer tells nothing.
    const [domainRef, viewable] = await Promise.all([
      this.domainOf(entityRef, credentials),
      this.#environments.viewable(entityRef, credentials),
    ]);
    if (domainRef === undefined) {
      throw new NotFoundError(`There is no "${entityRef}"`);
    }
    return {
      entityRef,
      domainRef,
      environments: this.#clusters.flatMap(cluster => {
        const namespaces = viewable.get(cluster.name);
        return namespaces
          ? [
              {
                cluster: cluster.name,
                title: cluster.title ?? cluster.name,
                tier: cluster.tier,
                tags: [...cluster.tags],
                restricted: cluster.restricted,
                namespaces: [...namespaces],
              },
            ]
          : [];
      }),
    };
  }

  /**
   * The domain of an entity, whoever views something of it; undefined when the catalog has no such entity or it is in none.
   * @throws InputError when the reference is none
   */
  async domainOf(
    entity: string,
    credentials: BackstageCredentials,
  ): Promise<string | undefined> {
    let ref: string | undefined = fullRef(entity);
    for (let step = 0; step < MOST_STEPS && ref !== undefined; step += 1) {
      const found = await this.#catalog.getEntityByRef(ref, { credentials });
      if (found && ref.startsWith('domain:')) {
        return ref;
      }
      const above: string[] = (found?.relations ?? [])
        .filter(({ type }) => type === RELATION_PART_OF)
        .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
      ref =
        above.find(target => target.startsWith('system:')) ??
        above.find(target => target.startsWith('domain:'));
    }
    return undefined;
  }
}

function fullRef(entity: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(entity));
  } catch {
    throw new InputError(
      `"${entity}" is not an entity reference; expected kind:namespace/name`,
    );
  }
}
