import { ConflictError, InputError } from '@backstage/errors';
import { ClusterDefinition } from '../types';
import { LogHistoryFactory, LogHistorySource } from './LogHistorySource';
import { LogHistoryExtensionPoint } from './logHistoryExtensionPoint';

/**
 * The types of stores that modules brought, and from them the store of each cluster.
 * @public
 */
export class LogHistories implements LogHistoryExtensionPoint {
  readonly #factories = new Map<string, LogHistoryFactory>();

  static create(): LogHistories {
    return new LogHistories();
  }

  private constructor() {}

  /** {@inheritDoc LogHistoryExtensionPoint.addType} */
  addType(type: string, factory: LogHistoryFactory): void {
    if (this.#factories.has(type)) {
      throw new ConflictError(`Log histories of type "${type}" exist already`);
    }
    this.#factories.set(type, factory);
  }

  /**
   * The stores by the names of their clusters.
   * @throws InputError naming the key for a type that no module brought
   */
  sources(
    clusters: readonly ClusterDefinition[],
  ): ReadonlyMap<string, LogHistorySource> {
    const sources = new Map<string, LogHistorySource>();
    for (const { name, logs } of clusters) {
      if (logs) {
        const factory = this.#factories.get(logs.type);
        if (!factory) {
          const known = [...this.#factories.keys()].join(', ') || 'none';
          throw new InputError(
            `Wrong configuration: workloads.clusters.${name}.logs.type is "${logs.type}", for which no module is installed; add @domaindeck/backstage-plugin-workloads-backend-module-${logs.type} to the backend; known are ${known}`,
          );
        }
        sources.set(name, factory({ cluster: name, config: logs }));
      }
    }
    return sources;
  }
}
