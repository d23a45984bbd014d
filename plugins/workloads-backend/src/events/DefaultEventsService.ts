import {
  EventPage,
  EventsQuery,
} from '@domaindeck/backstage-plugin-workloads-common';
import { EntityResolver } from '../entities';
import { LiveWorkloads } from '../live';
import { Projection } from '../projection/types';
import { EntityRequest, isShown } from '../workloads';
import { pageEvents } from './pageEvents';
import { EventsService } from './types';

/** Reads events from the cache; an access narrows it to the environments whose events it allows. */
export class DefaultEventsService implements EventsService {
  readonly #resolver: EntityResolver;
  readonly #live: LiveWorkloads;
  readonly #projection: Projection;

  static create(options: {
    resolver: EntityResolver;
    live: LiveWorkloads;
    projection: Projection;
  }): DefaultEventsService {
    return new DefaultEventsService(options);
  }

  private constructor(options: {
    resolver: EntityResolver;
    live: LiveWorkloads;
    projection: Projection;
  }) {
    this.#resolver = options.resolver;
    this.#live = options.live;
    this.#projection = options.projection;
  }

  async getEvents(
    request: EntityRequest & { readonly query: EventsQuery },
  ): Promise<EventPage> {
    const { entityRef, access, query } = request;
    const view = await this.#resolver.resolve(entityRef, access);
    const events = view.environments
      .filter(environment =>
        this.#resolver.describe(environment, access).verbs.includes('events'),
      )
      .flatMap(({ cluster, namespace }) => {
        const shown = new Set(
          this.#live
            .workloads(cluster, namespace)
            .filter(workload => isShown(view.scope, workload))
            .map(({ id }) => id),
        );
        return this.#projection
          .projectEvents(this.#live.rows(cluster, namespace))
          .filter(
            ({ workload }) =>
              workload !== undefined &&
              shown.has(workload) &&
              (query.workload === undefined || query.workload === workload),
          );
      });
    return {
      ...pageEvents(events, query),
      clusters: this.#resolver.statuses(view.clusters),
    };
  }
}
