import { mockServices } from '@backstage/backend-test-utils';
import { waitUntil } from '@domaindeck/control-plane';
import { DefaultClusterConnection } from '@domaindeck/backstage-plugin-workloads-node';
import { clusterDefinition } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { WatchCache } from '../../../cache/WatchCache';
import { namespaceRows } from '../../../live/namespaceRows';
import { projection, projectors } from '../../../projection';
import { NamespaceRows } from '../../../projection/types';
import { ComparedCluster, StockFetcher } from './StockFetcher';

/** What the projection makes of a namespace, each thing as it would be sent. */
interface Seen {
  readonly workloads: readonly string[];
  readonly details: readonly string[];
  readonly events: readonly string[];
}

/** The same cluster through our watch cache and through the stock plugin's fetcher. */
export class Comparison {
  readonly #cluster: ComparedCluster;
  readonly #stock: StockFetcher;
  readonly #connection: DefaultClusterConnection;
  readonly #cache: WatchCache;

  static start(cluster: ComparedCluster, stock: StockFetcher): Comparison {
    return new Comparison(cluster, stock);
  }

  private constructor(cluster: ComparedCluster, stock: StockFetcher) {
    this.#cluster = cluster;
    this.#stock = stock;
    this.#connection = DefaultClusterConnection.create({
      cluster: clusterDefinition({
        name: cluster.name,
        url: cluster.url,
        caData: cluster.ca && Buffer.from(cluster.ca).toString('base64'),
      }),
      credentials: {
        getCredential: async () => ({
          type: 'bearer token',
          token: cluster.token,
        }),
      },
    });
    this.#cache = WatchCache.create({
      connections: [this.#connection],
      projectors,
      logger: mockServices.logger.mock(),
    });
    this.#cache.start();
  }

  /**
   * Asks both sides until they say the same. A cluster in which something always happens has quiet moments too; one that
   * differs for good is a fault.
   * @returns how many workloads and events both saw
   * @throws Error with what both sides saw last
   */
  async agree(
    namespace: string,
    limit: number,
  ): Promise<{ workloads: number; events: number }> {
    let last = '';
    return waitUntil(
      async () => {
        // Before the request: what changes while it is under way counts against nobody.
        const stockRows = await this.#stock.rows(this.#cluster, namespace);
        const ourRows = namespaceRows(
          this.#cache,
          this.#cluster.name,
          namespace,
        );
        const now = new Date();
        const ours = see(ourRows, now);
        const theirs = see(
          { ...stockRows, roomOfNodes: ourRows.roomOfNodes },
          now,
        );
        const difference = firstDifference(ours, theirs);
        if (difference !== undefined) {
          last = difference;
          return undefined;
        }
        return {
          workloads: ours.workloads.length,
          events: ours.events.length,
        };
      },
      {
        limit,
        interval: 50,
        otherwise: () => `${this.#cluster.name}/${namespace} differs: ${last}`,
      },
    );
  }

  async stop(): Promise<void> {
    await this.#cache.stop();
    await this.#connection.close();
  }
}

function see(rows: NamespaceRows, now: Date): Seen {
  const workloads = projection.projectNamespace(rows, now);
  return {
    workloads: workloads.map(workload => JSON.stringify(workload)),
    details: workloads.map(workload =>
      JSON.stringify(projection.projectDetails(rows, workload)),
    ),
    events: projection.projectEvents(rows).map(event => JSON.stringify(event)),
  };
}

/** The first thing that only one side has, or that is not the same on both. */
function firstDifference(ours: Seen, theirs: Seen): string | undefined {
  for (const part of ['workloads', 'details', 'events'] as const) {
    const length = Math.max(ours[part].length, theirs[part].length);
    for (let index = 0; index < length; index += 1) {
      const [our, their] = [ours[part][index], theirs[part][index]];
      if (our !== their) {
        return `${part}[${index}]\n ours ${our}\n theirs ${their}`;
      }
    }
  }
  return undefined;
}
