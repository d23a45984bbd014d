import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import {
  MetricScope,
  MetricScopeWorkload,
} from '@domaindeck/backstage-plugin-workloads-node';
import { BoundEnvironment, EntityResolver, EntityView } from '../entities';
import { LiveWorkloads } from '../live';
import { isNamed, podNames } from '../entities/podPatterns';
import { EntityRequest, isShown } from '../workloads';
import { PodOwners } from './PodOwners';

/** What a caller may read of one namespace, and whether that is all of it. */
export interface NamespaceScope {
  /** Of which a pod has to be in one; never empty. The first names the workloads too. */
  readonly parts: readonly MetricScope[];
  readonly workloads: readonly MetricScopeWorkload[];
  /** Whether measures of the namespace itself, which belong to no pod, are in it. */
  readonly whole: boolean;
}

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

  /** The workloads that are shown of the environments that may be read and are wanted. */
  places(
    refs: readonly string[] | undefined,
    name?: string,
  ): {
    readonly environment: BoundEnvironment;
    readonly workloads: readonly Workload[];
    /** Whose pod a name is, among them. */
    readonly owners: PodOwners;
  }[] {
    return this.#readable
      .filter(
        ({ cluster, namespace }) =>
          refs?.includes(`${cluster}/${namespace}`) ?? true,
      )
      .map(environment => {
        const { cluster, namespace } = environment;
        const workloads = this.workloads(cluster, namespace, name);
        const all = this.#live.workloads(cluster, namespace);
        const owners = PodOwners.create(workloads, all);
        return { environment, workloads, owners };
      });
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
  ): NamespaceScope[] {
    return this.namespaces(cluster)
      .filter(namespace => refs?.includes(`${cluster}/${namespace}`) ?? true)
      .map(namespace =>
        scopeOf(
          namespace,
          this.workloads(cluster, namespace, name),
          this.#live.workloads(cluster, namespace),
        ),
      )
      .filter(({ parts }) => parts.length > 0);
  }
}

/** Whether a series is of something that may be read: a source must not answer with more than it was asked for. */
export function isWithin(
  {
    namespace,
    pod,
    workload,
  }: {
    readonly namespace: string;
    readonly pod?: string;
    readonly workload?: string;
  },
  scopes: readonly NamespaceScope[],
): boolean {
  return scopes.some(({ parts, workloads, whole }) => {
    const own = parts.filter(part => part.namespace === namespace);
    if (own.length === 0) {
      return false;
    }
    if (pod !== undefined) {
      return isNamed(pod, own);
    }
    return workload === undefined
      ? whole
      : workloads.some(({ name }) => name === workload);
  });
}

/** @param all - the workloads of the namespace, whoever sees them */
function scopeOf(
  namespace: string,
  wanted: readonly Workload[],
  all: readonly Workload[],
): NamespaceScope {
  const ids = new Set(wanted.map(({ id }) => id));
  const names = wanted.flatMap(workload =>
    podNames(
      workload,
      // Parts do not overlap, so that no source finds a series twice.
      all.filter(
        ({ id, name }) =>
          id !== workload.id && !(name === workload.name && ids.has(id)),
      ),
    ),
  );
  const plain = names.filter(({ exceptPods }) => !exceptPods);
  const parts = [
    ...(plain.length > 0 ? [{ pods: plain.flatMap(({ pods }) => pods) }] : []),
    ...names.filter(({ exceptPods }) => exceptPods),
  ];
  const whole = all.every(({ id }) => ids.has(id));
  const workloads = wanted.map(({ kind, name }) => ({ kind, name }));
  return {
    parts: parts.map((part, index) => ({
      namespace,
      ...part,
      ...(index === 0 && { workloads, ...(whole && { whole }) }),
    })),
    workloads,
    whole,
  };
}
