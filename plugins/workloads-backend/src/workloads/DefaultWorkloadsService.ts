import {
  ClusterStatus,
  ComponentRow,
  Environment,
  entityPath,
  OpenResult,
  StreamRecord,
  Workload,
  WorkloadDetail,
  WorkloadIdentity,
  WorkloadsFilter,
  WorkloadSnapshot,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { EntityResolver, placeNotFound } from '../entities';
import { LiveWorkloads } from '../live';
import { Projection } from '../projection/types';
import { filterWorkloads } from './filterWorkloads';
import { Revisions } from './Revisions';
import { SharedRecords } from './SharedRecords';
import { isShown } from './streamRecords';
import {
  CallerRequest,
  EntityRequest,
  StreamRequest,
  WorkloadsService,
} from './types';
import { workloadResources } from './workloadResources';
import { WorkloadStream } from './WorkloadStream';

/** What {@link DefaultWorkloadsService} is made of. */
export interface WorkloadsServiceOptions {
  readonly resolver: EntityResolver;
  readonly live: LiveWorkloads;
  readonly projection: Projection;
  readonly revisions: Revisions;
  readonly clock: Clock;
  readonly shutdown: AbortSignal;
}

/** Answers from the projected cache. Judges nobody: that is the authorising layer's work. */
export class DefaultWorkloadsService implements WorkloadsService {
  readonly #options: WorkloadsServiceOptions;
  readonly #shared: SharedRecords;

  static create(options: WorkloadsServiceOptions): DefaultWorkloadsService {
    return new DefaultWorkloadsService(options);
  }

  private constructor(options: WorkloadsServiceOptions) {
    this.#options = options;
    this.#shared = SharedRecords.create(options.live, options.revisions);
  }

  async getEnvironments(
    request: EntityRequest,
  ): Promise<{ items: Environment[]; clusters: ClusterStatus[] }> {
    const { resolver } = this.#options;
    const view = await resolver.resolve(request.entityRef, request.access);
    return {
      items: view.environments.map(environment =>
        resolver.describe(environment, request.access),
      ),
      clusters: resolver.statuses(view.clusters),
    };
  }

  async getSnapshot(
    request: EntityRequest & { readonly filter: WorkloadsFilter },
  ): Promise<WorkloadSnapshot> {
    const { resolver, live, revisions } = this.#options;
    const view = await resolver.resolve(request.entityRef, request.access);
    const workloads = view.environments
      .flatMap(({ cluster, namespace }) => live.workloads(cluster, namespace))
      .filter(workload => isShown(view.scope, workload));
    return {
      revision: revisions.write(live.sequence, view),
      clusters: resolver.statuses(view.clusters),
      items: filterWorkloads(workloads, request.filter),
      components: view.scope.components.map(componentRow),
    };
  }

  streamChanges(
    request: StreamRequest,
  ): AsyncIterable<readonly StreamRecord[]> {
    const { resolver, live, revisions, clock, shutdown } = this.#options;
    return WorkloadStream.batches({
      live,
      shared: this.#shared,
      revisions,
      clock,
      shutdown,
      resolve: () => resolver.resolve(request.entityRef, request.access),
      revision: request.revision,
      poll: request.poll,
      signal: request.signal,
    });
  }

  async getWorkload(
    request: CallerRequest & { readonly identity: WorkloadIdentity },
  ): Promise<WorkloadDetail> {
    const { resolver, live, projection } = this.#options;
    const { cluster, namespace, kind, name } = request.identity;
    const what = `${kind} "${name}"`;
    const environment = await resolver.place(
      cluster,
      namespace,
      request.access,
      what,
    );
    const workload = live
      .workloads(cluster, namespace)
      .find(item => item.kind === kind && item.name === name);
    const resource = workloadResources.get(kind);
    const [status] = resolver.statuses([cluster]);
    if (!workload || !resource || !status) {
      throw placeNotFound(cluster, namespace, what);
    }
    const rows = live.rows(cluster, namespace);
    const { conditions, releases, owners, autoscaler } =
      projection.projectDetails(rows, workload);
    return {
      workload,
      environment: resolver.describe(environment, request.access),
      cluster: status,
      conditions: [...conditions],
      releases: [...releases],
      owners: [...owners],
      ...(autoscaler ? { autoscaler } : {}),
      resource,
    };
  }

  async open(
    request: CallerRequest & {
      readonly cluster: string;
      readonly namespace: string;
      readonly name?: string;
    },
  ): Promise<OpenResult> {
    const { resolver, live } = this.#options;
    const { cluster, namespace, name } = request;
    const what = name === undefined ? undefined : `workload or pod "${name}"`;
    const environment = await resolver.place(
      cluster,
      namespace,
      request.access,
      what,
    );
    if (name === undefined) {
      return place(environment.domainRef, {
        env: `${cluster}/${namespace}`,
      });
    }
    const workload = findByName(live.workloads(cluster, namespace), name);
    if (!workload) {
      throw placeNotFound(cluster, namespace, what);
    }
    return place(workload.componentRef ?? environment.domainRef, {
      open: workload.id,
    });
  }
}

function componentRow(component: ComponentRow): ComponentRow {
  const { ref, name, title, systemRef } = component;
  return {
    ref,
    name,
    ...(title ? { title } : {}),
    ...(systemRef ? { systemRef } : {}),
  };
}

function findByName(
  workloads: readonly Workload[],
  name: string,
): Workload | undefined {
  return (
    workloads.find(workload => workload.name === name) ??
    workloads.find(({ pods }) => pods.some(pod => pod.name === name))
  );
}

/** The portal keeps entities at `/catalog/<namespace>/<kind>/<name>` and our tab under `/workloads`. */
function place(entityRef: string, query: Record<string, string>): OpenResult {
  const [kind, namespace, name] = entityPath(entityRef).split('/');
  return {
    entityRef,
    path: `/catalog/${namespace}/${kind}/${name}/workloads?${new URLSearchParams(
      query,
    )}`,
  };
}
