import {
  CheckItem,
  ClusterCheck,
  NodeSummary,
} from '@domaindeck/backstage-plugin-workloads-common';
import { NotFoundError } from '@backstage/errors';
import {
  Clock,
  ClusterConnection,
  ClusterDefinition,
  ClusterError,
  CredentialSource,
} from '@domaindeck/backstage-plugin-workloads-node';
import { NodeRow } from '../projection/rows';
import { checkClock } from './checks/checkClock';
import { checkRights } from './checks/checkRights';
import { checkTls } from './checks/checkTls';
import { checkToken } from './checks/checkToken';
import { ClusterConnections } from './ClusterConnections';
import { NeededRule } from './NeededRule';
import { REFUSED_CREDENTIAL } from './REFUSED_CREDENTIAL';

/** What is known of a cluster already. */
export interface KnownOfClusters {
  facts(cluster: string): { readonly clockSkewMs?: number } | undefined;
  rows(cluster: string, resource: 'nodes'): readonly NodeRow[];
}

/** What a {@link DefaultClusterChecker} works with. */
export interface ClusterCheckerOptions {
  readonly connections: ClusterConnections;
  readonly credentials: CredentialSource;
  readonly known: KnownOfClusters;
  /** What the portal's account must be allowed in a cluster. */
  readonly rulesOf: (cluster: ClusterDefinition) => readonly NeededRule[];
  readonly clock: Clock;
}

/** Finds out what the portal's own credential lacks in a cluster, and says what mends it. */
export class DefaultClusterChecker {
  readonly #options: ClusterCheckerOptions;

  static create(options: ClusterCheckerOptions): DefaultClusterChecker {
    return new DefaultClusterChecker(options);
  }

  private constructor(options: ClusterCheckerOptions) {
    this.#options = options;
  }

  /**
   * Asks the cluster. One that does not answer is an answer too.
   *
   * @throws NotFoundError for an unknown cluster.
   */
  async check(
    cluster: string,
    signal: AbortSignal,
  ): Promise<Omit<ClusterCheck, 'cluster'>> {
    const { connections, known } = this.#options;
    const connection = connections.get(cluster);
    if (!connection) {
      throw new NotFoundError(`There is no cluster "${cluster}"`);
    }
    const clockSkewMs = known.facts(cluster)?.clockSkewMs;
    const items = [
      ...(await this.#checkCluster(connection, signal)),
      checkTls(connection.cluster),
      checkClock(clockSkewMs),
    ];
    return {
      ...(clockSkewMs === undefined ? {} : { clockSkewMs }),
      nodes: known.rows(cluster, 'nodes').map(summarize),
      items,
    };
  }

  async #checkCluster(
    connection: ClusterConnection,
    signal: AbortSignal,
  ): Promise<readonly CheckItem[]> {
    const { credentials, clock, rulesOf } = this.#options;
    const { cluster } = connection;
    const what = 'It answers, and takes our credential';
    try {
      const credential = await credentials.getCredential(cluster);
      const token = checkToken(cluster, credential, clock.now());
      const refused = await this.#isRefused(connection, signal);
      if (refused) {
        return [
          {
            id: 'connection',
            what,
            outcome: 'missing',
            message: REFUSED_CREDENTIAL,
            cause: { code: 'credential.refused' },
          },
          ...(token ? [token] : []),
        ];
      }
      // One kind at a time with its three questions in a row: a check must not crowd out what the portal is for.
      const rights: CheckItem[] = [];
      for (const rule of rulesOf(cluster)) {
        rights.push(await checkRights(connection, rule, signal));
      }
      return [
        { id: 'connection', what, outcome: 'ok' },
        ...(token ? [token] : []),
        ...rights,
      ];
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ClusterError)) {
        throw error;
      }
      return [
        {
          id: 'connection',
          what,
          outcome: 'missing',
          message: error.reason,
          ...(error.why ? { cause: error.why } : {}),
        },
      ];
    }
  }

  async #isRefused(
    connection: ClusterConnection,
    signal: AbortSignal,
  ): Promise<boolean> {
    const response = await connection.get('/version', { signal });
    response.body.destroy();
    return response.status === 401;
  }
}

function summarize(row: NodeRow): NodeSummary {
  return {
    name: row.name,
    ready: row.ready,
    cordoned: row.cordoned,
    reason: row.reason,
    since: row.since,
  };
}
