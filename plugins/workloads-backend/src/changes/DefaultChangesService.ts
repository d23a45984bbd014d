import {
  ChangePage,
  ChangesQuery,
} from '@domaindeck/backstage-plugin-workloads-common';
import { EntityResolver } from '../entities';
import { LiveWorkloads } from '../live';
import { pageNewestFirst } from '../paging/pageNewestFirst';
import { projectChanges } from '../projection/changes';
import { EntityRequest, isShown } from '../workloads';
import { ChangeMemory } from './ChangeMemory';
import { ChangesService } from './types';

/** What {@link DefaultChangesService} is made of. */
interface ChangesServiceOptions {
  readonly resolver: EntityResolver;
  readonly live: LiveWorkloads;
  readonly memory: ChangeMemory;
}

/** Tells changes from the cache and its memory. Judges nobody: that is the authorising layer's work. */
export class DefaultChangesService implements ChangesService {
  readonly #options: ChangesServiceOptions;

  static create(options: ChangesServiceOptions): DefaultChangesService {
    return new DefaultChangesService(options);
  }

  private constructor(options: ChangesServiceOptions) {
    this.#options = options;
  }

  async getChanges(
    request: EntityRequest & { readonly query: ChangesQuery },
  ): Promise<ChangePage> {
    const { resolver, live, memory } = this.#options;
    const { entityRef, access, query } = request;
    const view = await resolver.resolve(entityRef, access);
    const changes = view.environments.flatMap(({ cluster, namespace, tier }) =>
      projectChanges(live.rows(cluster, namespace), {
        tier,
        memory: memory.of(cluster, namespace),
        workloads: live
          .workloads(cluster, namespace)
          .filter(
            workload =>
              isShown(view.scope, workload) &&
              (query.workload === undefined || query.workload === workload.id),
          ),
      }),
    );
    return {
      ...pageNewestFirst(
        changes.filter(
          ({ type }) => query.type === undefined || query.type === type,
        ),
        query,
        ({ at, id }) => [Date.parse(at), id],
      ),
      clusters: resolver.statuses(view.clusters),
    };
  }
}
