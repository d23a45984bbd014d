import {
  LogSelector,
  Workload,
  WorkloadsVerb,
} from '@domaindeck/backstage-plugin-workloads-common';
import { ClusterReader } from '../cache/types';
import { EntityResolver, EntityView, placeNotFound } from '../entities';
import { LiveWorkloads } from '../live';
import { PodNames, podNames } from '../entities/podPatterns';
import { ConnectionOf } from '../objects';
import { EntityRequest, isShown } from '../workloads';
import { StreamScene } from './stream/StreamOptions';

/** What a scope is made of. */
export interface LogScopeOptions {
  readonly resolver: EntityResolver;
  readonly live: LiveWorkloads;
  readonly reader: ClusterReader;
  readonly connectionOf: ConnectionOf;
}

/** The part of an entity's page whose logs a caller may read. */
export class LogScope {
  readonly view: EntityView;
  readonly #options: LogScopeOptions;
  readonly #readable: readonly {
    readonly cluster: string;
    readonly namespace: string;
  }[];

  /** @throws NotFoundError when the caller views nothing of the entity */
  static async resolve(
    options: LogScopeOptions,
    request: EntityRequest,
    verb: WorkloadsVerb,
  ): Promise<LogScope> {
    const { resolver } = options;
    const { entityRef, access } = request;
    const view = await resolver.resolve(entityRef, access);
    const readable = view.environments.filter(environment =>
      resolver.describe(environment, access).verbs.includes(verb),
    );
    return new LogScope(options, view, readable);
  }

  private constructor(
    options: LogScopeOptions,
    view: EntityView,
    readable: readonly { cluster: string; namespace: string }[],
  ) {
    this.#options = options;
    this.view = view;
    this.#readable = readable;
  }

  get clusters(): string[] {
    return [...new Set(this.#readable.map(({ cluster }) => cluster))];
  }

  /** Workloads as they are now, of one cluster or of all. */
  workloads(only?: string): Workload[] {
    const { live } = this.#options;
    return this.#readable
      .filter(({ cluster }) => only === undefined || cluster === only)
      .flatMap(({ cluster, namespace }) =>
        live
          .workloads(cluster, namespace)
          .filter(workload => isShown(this.view.scope, workload)),
      );
  }

  /**
   * The names of the pods that a workload of the page has or had. Where a neighbour has the same name it counts as the
   * same, as it does in a selector, when the page shows it too.
   */
  podNames(workload: Workload): PodNames[] {
    const { cluster, namespace, name } = workload;
    const others = this.#options.live
      .workloads(cluster, namespace)
      .filter(
        other =>
          other.id !== workload.id &&
          !(other.name === name && isShown(this.view.scope, other)),
      );
    return podNames(workload, others);
  }

  scene(only?: string): StreamScene {
    const { resolver, live, reader, connectionOf } = this.#options;
    const clusters = only === undefined ? this.clusters : [only];
    return {
      workloads: () => this.workloads(only),
      clusters: () => resolver.statuses(clusters),
      skewOf: cluster => reader.facts(cluster)?.clockSkewMs,
      connectionOf,
      listen: listener => live.listen(listener),
    };
  }

  /**
   * A workload that does not run in an environment has no lines there; a pod that is named has to be one of the page's.
   *
   * @param isPast - whether the pod is known to have been one of a workload's
   * @throws NotFoundError with the same words for a pod of somebody else and for none
   */
  checkPods(
    selectors: readonly LogSelector[] | undefined,
    isPast: (selector: LogSelector, workloads: readonly Workload[]) => boolean,
  ): void {
    for (const selector of selectors ?? []) {
      const { cluster, namespace, pod } = selector;
      if (pod !== undefined) {
        const workloads = this.workloads(cluster).filter(
          workload => workload.namespace === namespace,
        );
        const runs = workloads.some(({ pods }) =>
          pods.some(({ name }) => name === pod),
        );
        if (!runs && !isPast(selector, workloads)) {
          throw placeNotFound(cluster, namespace, `pod "${pod}"`);
        }
      }
    }
  }
}
