import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { WorkloadsClient } from '@domaindeck/backstage-plugin-workloads-common';
import { pluginApis } from '@domaindeck/backstage-plugin-workloads-node';
import { ClusterRoom, RoomSource } from './types';

/** Who fills in a form waits no longer. Milliseconds. */
const PATIENCE_MS = 2_000;

/** Asks the `workloads` backend, which watches the nodes and pods of each cluster already, as the plugin itself. */
export class WorkloadsRoomSource implements RoomSource {
  readonly #client: WorkloadsClient;
  readonly #logger: LoggerService;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    fetch: typeof fetch;
    logger: LoggerService;
  }): WorkloadsRoomSource {
    return new WorkloadsRoomSource(
      new WorkloadsClient(pluginApis({ ...options, plugin: 'workloads' })),
      options.logger,
    );
  }

  private constructor(client: WorkloadsClient, logger: LoggerService) {
    this.#client = client;
    this.#logger = logger;
  }

  /** {@inheritDoc RoomSource.room} */
  async room(cluster: string): Promise<ClusterRoom | undefined> {
    try {
      const { state, allocatable, namespaces } =
        await this.#client.getClusterRoom(cluster, {
          signal: AbortSignal.timeout(PATIENCE_MS),
        });
      // Of a cluster that is silent, or not read to its end, it would be a guess; so it would without the right to nodes.
      return state !== 'live' || allocatable.pods === 0
        ? undefined
        : {
            allocatable: amountsOf(allocatable),
            requested: new Map(
              namespaces.map(one => [one.namespace, amountsOf(one.requested)]),
            ),
          };
    } catch (error) {
      this.#logger.debug(
        `It could not be asked how much room ${cluster} has`,
        toError(error),
      );
      return undefined;
    }
  }
}

function amountsOf({
  cpu,
  memory,
  pods,
}: {
  readonly cpu: number;
  readonly memory: number;
  readonly pods: number;
}) {
  return { cores: cpu, memory, pods };
}
