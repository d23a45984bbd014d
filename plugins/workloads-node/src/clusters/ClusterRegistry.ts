import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readBindings } from '../config/readBindings';
import { readClusterSettings } from '../config/readClusterSettings';
import {
  readLocatedClusters,
  UnreadLocator,
} from '../config/readLocatedClusters';
import { Binding, ClusterDefinition } from '../types';

const KNOWN_KEYS = ['clusters', 'bindings'];

function rejectUnknownKeys(config: Config): void {
  const keys = config.getOptionalConfig('workloads')?.keys() ?? [];
  const unknown = keys.filter(key => !KNOWN_KEYS.includes(key));
  if (unknown.length > 0) {
    throw new InputError(
      `Wrong configuration: ${unknown
        .map(key => `workloads.${key}`)
        .join(', ')} is not a known key; known are ${KNOWN_KEYS.map(
        key => `workloads.${key}`,
      ).join(', ')}`,
    );
  }
}

/**
 * The clusters and bindings of the config: the stock `kubernetes:` entries joined with our own `workloads:` keys.
 * @public
 */
export class ClusterRegistry {
  readonly #clusters: ReadonlyMap<string, ClusterDefinition>;

  /** The operator's bindings, in the order of the config. */
  readonly bindings: readonly Binding[];

  /** Locators that the stock tab reads and we do not; worth a warning at start-up. */
  readonly unreadLocators: readonly UnreadLocator[];

  /**
   * Reads and checks the config.
   *
   * @throws InputError naming the exact key when something in it is wrong.
   */
  static fromConfig(config: Config): ClusterRegistry {
    rejectUnknownKeys(config);
    const { clusters, unread } = readLocatedClusters(config);
    const names = clusters.map(cluster => cluster.name);
    const settings = readClusterSettings(config, names);
    const definitions = clusters.map(cluster => {
      const own = settings.get(cluster.name);
      return {
        ...cluster,
        title: own?.title ?? cluster.title,
        owner: own?.owner,
        tier: own?.tier ?? 'unknown',
        tags: own?.tags ?? [],
        restricted: own?.restricted ?? false,
        selfService: own?.selfService ?? false,
        authMetadata: own?.authMetadata ?? cluster.authMetadata,
        impersonate: own?.impersonate,
        logs: own?.logs,
        metrics: own?.metrics,
      };
    });
    return new ClusterRegistry(
      definitions,
      readBindings(config, names),
      unread,
    );
  }

  private constructor(
    clusters: readonly ClusterDefinition[],
    bindings: readonly Binding[],
    unreadLocators: readonly UnreadLocator[],
  ) {
    this.#clusters = new Map(clusters.map(cluster => [cluster.name, cluster]));
    this.bindings = bindings;
    this.unreadLocators = unreadLocators;
  }

  /** All clusters, in the order of the config. */
  list(): readonly ClusterDefinition[] {
    return [...this.#clusters.values()];
  }

  /** One cluster; undefined when there is none of this name. */
  get(name: string): ClusterDefinition | undefined {
    return this.#clusters.get(name);
  }
}
