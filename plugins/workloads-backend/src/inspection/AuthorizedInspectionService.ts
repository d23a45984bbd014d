import { NotAllowedError } from '@backstage/errors';
import {
  Cluster,
  ClusterCheck,
  ClusterRoom,
  clusterInspectPermission,
  UnclaimedNamespace,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  BindingResolver,
  CatalogModelSource,
  clusterNotFound,
  environmentResource,
} from '../entities';
import { AccessGate, EnvironmentAccess } from '../permissions';
import { CallerRequest } from '../workloads';
import { InspectionService } from './types';

/** Shows all to those who inspect clusters, and to others the clusters in which they view something. */
export class AuthorizedInspectionService implements InspectionService {
  readonly #inner: InspectionService;
  readonly #gate: AccessGate;
  readonly #bindings: BindingResolver;
  readonly #models: CatalogModelSource;

  static create(options: {
    inner: InspectionService;
    gate: AccessGate;
    bindings: BindingResolver;
    models: CatalogModelSource;
  }): AuthorizedInspectionService {
    return new AuthorizedInspectionService(options);
  }

  private constructor(options: {
    inner: InspectionService;
    gate: AccessGate;
    bindings: BindingResolver;
    models: CatalogModelSource;
  }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
    this.#bindings = options.bindings;
    this.#models = options.models;
  }

  async getClusters(request: CallerRequest): Promise<{ items: Cluster[] }> {
    const { access, inspects } = await this.#gate.operatorAccess(
      request.credentials,
    );
    const { items } = await this.#inner.getClusters({ ...request, access });
    if (inspects) {
      return { items };
    }
    const viewed = await this.#viewedClusters(access);
    return { items: items.filter(({ name }) => viewed.has(name)) };
  }

  async getCheck(
    request: CallerRequest & {
      readonly cluster: string;
      readonly signal: AbortSignal;
    },
  ): Promise<ClusterCheck> {
    const access = await this.#inspect(request);
    return this.#inner.getCheck({ ...request, access });
  }

  async getRoom(
    request: CallerRequest & { readonly cluster: string },
  ): Promise<ClusterRoom> {
    const access = await this.#inspect(request);
    return this.#inner.getRoom({ ...request, access });
  }

  async getUnclaimed(
    request: CallerRequest,
  ): Promise<{ items: UnclaimedNamespace[] }> {
    const { access, inspects } = await this.#gate.operatorAccess(
      request.credentials,
    );
    if (!inspects) {
      throw inspectRefused();
    }
    return this.#inner.getUnclaimed({ ...request, access });
  }

  /** Lets through who inspects clusters. */
  async #inspect({
    credentials,
    cluster,
  }: CallerRequest & { readonly cluster: string }): Promise<EnvironmentAccess> {
    const { access, inspects } = await this.#gate.operatorAccess(credentials);
    if (!inspects) {
      const viewed = await this.#viewedClusters(access);
      throw viewed.has(cluster) ? inspectRefused() : clusterNotFound(cluster);
    }
    return access;
  }

  async #viewedClusters(
    access: EnvironmentAccess,
  ): Promise<ReadonlySet<string>> {
    const model = await this.#models.get();
    return new Set(
      this.#bindings
        .environments()
        .filter(environment =>
          access.may(
            'view',
            environmentResource(
              environment,
              model.ownersOf(environment.domainRef),
            ),
          ),
        )
        .map(({ cluster }) => cluster),
    );
  }
}

function inspectRefused(): NotAllowedError {
  return new NotAllowedError(
    `Looking at clusters as an operator needs the permission "${clusterInspectPermission.name}"; the role "operator" over all domains has it; ask the operators of the portal`,
  );
}
