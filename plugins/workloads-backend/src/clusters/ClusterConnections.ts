import {
  Clock,
  ClusterConnection,
  ClusterRegistry,
  CredentialSource,
  DefaultClusterConnection,
} from '@domaindeck/backstage-plugin-workloads-node';

/** One connection for each cluster of the registry, shared by everything that asks it. */
export class ClusterConnections {
  readonly #connections: ReadonlyMap<string, ClusterConnection>;

  static fromRegistry(
    registry: ClusterRegistry,
    credentials: CredentialSource,
    clock?: Clock,
  ): ClusterConnections {
    return ClusterConnections.create(
      registry
        .list()
        .map(cluster =>
          DefaultClusterConnection.create({ cluster, credentials, clock }),
        ),
    );
  }

  static create(connections: readonly ClusterConnection[]): ClusterConnections {
    return new ClusterConnections(connections);
  }

  private constructor(connections: readonly ClusterConnection[]) {
    this.#connections = new Map(
      connections.map(connection => [connection.cluster.name, connection]),
    );
  }

  /** In the order of the config. */
  list(): readonly ClusterConnection[] {
    return [...this.#connections.values()];
  }

  /** Undefined for an unknown cluster. */
  get(cluster: string): ClusterConnection | undefined {
    return this.#connections.get(cluster);
  }

  /** Drops every socket. */
  async close(): Promise<void> {
    await Promise.all(this.list().map(connection => connection.close()));
  }
}
