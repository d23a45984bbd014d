import {
  Clock,
  ClusterRegistry,
  CredentialSource,
  DefaultClusterConnection,
  WritableClusterConnection,
} from '@domaindeck/backstage-plugin-workloads-node';
import { DefaultClusterDriver } from './DefaultClusterDriver';
import { ClusterDriver, ClusterDrivers } from './types';

/** A driver for each cluster in which environments may be made. For any other there is none, so nothing can write there. */
export class DefaultClusterDrivers implements ClusterDrivers {
  readonly #connections: readonly WritableClusterConnection[];
  readonly #drivers: ReadonlyMap<string, ClusterDriver>;

  /** Opens connections of its own, and only to clusters with `selfService: true`. */
  static fromRegistry(options: {
    registry: ClusterRegistry;
    credentials: CredentialSource;
    digestKey: string;
    clock?: Clock;
  }): DefaultClusterDrivers {
    const { registry, credentials, digestKey, clock } = options;
    const connections = registry
      .list()
      .filter(cluster => cluster.selfService)
      .map(cluster =>
        DefaultClusterConnection.create({ cluster, credentials, clock }),
      );
    return DefaultClusterDrivers.create({ connections, digestKey, clock });
  }

  /** Leaves out connections to clusters without `selfService: true`. */
  static create(options: {
    connections: readonly WritableClusterConnection[];
    digestKey: string;
    clock?: Clock;
  }): DefaultClusterDrivers {
    return new DefaultClusterDrivers(options);
  }

  private constructor(options: {
    connections: readonly WritableClusterConnection[];
    digestKey: string;
    clock?: Clock;
  }) {
    const { connections, digestKey, clock } = options;
    this.#connections = connections;
    this.#drivers = new Map(
      connections
        .filter(({ cluster }) => cluster.selfService)
        .map(connection => [
          connection.cluster.name,
          DefaultClusterDriver.create({ connection, digestKey, clock }),
        ]),
    );
  }

  get(cluster: string): ClusterDriver | undefined {
    return this.#drivers.get(cluster);
  }

  list(): readonly ClusterDriver[] {
    return [...this.#drivers.values()];
  }

  /** Drops every socket. */
  async close(): Promise<void> {
    await Promise.all(this.#connections.map(connection => connection.close()));
  }
}
