import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ClusterGuard } from '@domaindeck/backstage-plugin-environments-common';
import { clusterInspectPermission } from '@domaindeck/backstage-plugin-workloads-common';
import {
  Clock,
  ClusterDefinition,
  SharedAnswers,
} from '@domaindeck/backstage-plugin-workloads-node';
import { ClusterDrivers, probeGuard } from '../drivers';

/** A policy is put into a cluster by hand; who has just done so looks again after a minute. */
const KEPT_MS = 60_000;
/** A cluster that is slower than this tells nothing; the page shows the others. */
const PATIENCE_MS = 5_000;

/** What {@link AuthorizedGuardsService} needs. */
export interface GuardsServiceOptions {
  readonly permissions: PermissionsService;
  readonly clusters: readonly ClusterDefinition[];
  readonly drivers: ClusterDrivers;
  readonly clock: Clock;
}

/** Whether clusters hold our account back themselves, for who may inspect clusters. */
export class AuthorizedGuardsService {
  readonly #given: GuardsServiceOptions;
  readonly #answers: SharedAnswers<ClusterGuard>;

  static create(options: GuardsServiceOptions): AuthorizedGuardsService {
    return new AuthorizedGuardsService(options);
  }

  private constructor(options: GuardsServiceOptions) {
    this.#given = options;
    this.#answers = SharedAnswers.create({
      now: () => options.clock.now().getTime(),
    });
  }

  /**
   * Clusters with self-service, in the order of the config.
   *
   * @throws NotAllowedError to who may not inspect clusters
   */
  async list(
    credentials: BackstageCredentials,
  ): Promise<{ items: ClusterGuard[] }> {
    const { permissions, clusters } = this.#given;
    const [decision] = await permissions.authorize(
      [{ permission: clusterInspectPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        'How clusters guard their baselines is shown to who may inspect clusters',
      );
    }
    const asked = clusters.filter(({ selfService }) => selfService);
    return {
      items: await Promise.all(
        asked.map(({ name }) =>
          this.#answers.get(
            name,
            () => KEPT_MS,
            () => this.#probe(name),
          ),
        ),
      ),
    };
  }

  async #probe(cluster: string): Promise<ClusterGuard> {
    const driver = this.#given.drivers.get(cluster);
    if (!driver) {
      return { cluster, state: 'unknown', reason: 'There are no credentials' };
    }
    try {
      return {
        cluster,
        state: await probeGuard(driver, AbortSignal.timeout(PATIENCE_MS)),
      };
    } catch (error) {
      return {
        cluster,
        state: 'unknown',
        reason: error instanceof Error ? error.message : String(error),
      };
    }
  }
}
