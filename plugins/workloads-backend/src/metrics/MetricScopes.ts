import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { MetricScope } from '@domaindeck/backstage-plugin-workloads-node';
import { BoundEnvironment, EntityResolver, EntityView } from '../entities';
import { LiveWorkloads } from '../live';
import { podPattern } from '../entities/podPatterns';
import { EntityRequest, isShown } from '../workloads';

/** What a caller may read of the measures of an entity, cluster by cluster. */
export class MetricScopes {
  readonly view: EntityView;
  readonly #live: LiveWorkloads;
  readonly #readable: readonly BoundEnvironment[];

  /** @throws NotFoundError when the caller views nothing of the entity */
  static async resolve(
    options: { resolver: EntityResolver; live: LiveWorkloads },
    { entityRef, access }: EntityRequest,
  ): Promise<MetricScopes> {
    const { resolver, live } = options;
    const view = await resolver.resolve(entityRef, access);
    const readable = view.environments.filter(environment =>
      resolver.describe(environment, access).verbs.includes('metrics'),
    );
    return new MetricScopes(view, live, readable);
  }

  private constructor(
    view: EntityView,
    live: LiveWorkloads,
    readable: readonly BoundEnvironment[],
  ) {
    this.view = view;
    this.#live = live;
    this.#readable = readable;
  }

  /** Names of the clusters in which something may be read. */
  get clusters(): string[] {
    return [...new Set(this.#readable.map(({ cluster }) => cluster))];
  }

  isReadable(environment: {
    readonly cluster: string;
    readonly namespace: string;
  }): boolean {
    return this.#readable.some(
      ({ cluster, namespace }) =>
        cluster === environment.cluster && namespace === environment.namespace,
    );
  }

  /** Namespaces of a cluster in which something may be read. */
  namespaces(cluster: string): string[] {
    return this.#readable
      .filter(environment => environment.cluster === cluster)
      .map(({ namespace }) => namespace);
  }

  /** The workloads as they are now, of one namespace. */
  workloads(cluster: string, namespace: string, name?: string): Workload[] {
    return this.#live
      .workloads(cluster, namespace)
      .filter(
        workload =>
          isShown(this.view.scope, workload) &&
          (name === undefined || workload.name === name),
      );
  }

  /**
   * What a source of a cluster may be asked for.
   *
   * @param refs - environments (`cluster/namespace`) that are wanted; all unless given
   * @param name - of the workload that is wanted; all unless given
   */
  scopes(
    cluster: string,
    refs: readonly string[] | undefined,
    name?: string,
  ): MetricScope[] {
    return this.namespaces(cluster)
      .filter(namespace => refs?.includes(`${cluster}/${namespace}`) ?? true)
      .map(namespace => ({
        namespace,
        pods: this.workloads(cluster, namespace, name).map(podPattern),
      }))
      .filter(({ pods }) => pods.length > 0);
  }
}
