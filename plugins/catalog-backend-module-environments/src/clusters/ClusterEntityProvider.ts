import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { ClusterRegistry } from '@domaindeck/backstage-plugin-workloads-node';
import { toClusterEntity } from './toClusterEntity';

/** The clusters of the config, which change only with a start. */
export class ClusterEntityProvider implements EntityProvider {
  readonly #registry: Pick<ClusterRegistry, 'list'>;

  static create(
    registry: Pick<ClusterRegistry, 'list'>,
  ): ClusterEntityProvider {
    return new ClusterEntityProvider(registry);
  }

  private constructor(registry: Pick<ClusterRegistry, 'list'>) {
    this.#registry = registry;
  }

  /** {@inheritDoc @backstage/plugin-catalog-node#EntityProvider.getProviderName} */
  getProviderName(): string {
    return 'domaindeck-clusters';
  }

  /** {@inheritDoc @backstage/plugin-catalog-node#EntityProvider.connect} */
  async connect(connection: EntityProviderConnection): Promise<void> {
    await connection.applyMutation({
      type: 'full',
      entities: this.#registry.list().map(cluster => ({
        entity: toClusterEntity(cluster),
        locationKey: this.getProviderName(),
      })),
    });
  }
}
