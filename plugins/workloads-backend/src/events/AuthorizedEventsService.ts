import {
  EventPage,
  EventsQuery,
} from '@domaindeck/backstage-plugin-workloads-common';
import { EntityResolver } from '../entities';
import { AccessGate, VerbRefusal } from '../permissions';
import { EntityRequest } from '../workloads';
import { EventsService } from './types';

/** Lets through callers who may see events in at least one environment that they view. */
export class AuthorizedEventsService implements EventsService {
  readonly #inner: EventsService;
  readonly #gate: AccessGate;
  readonly #resolver: EntityResolver;
  readonly #refusal: VerbRefusal;

  static create(options: {
    inner: EventsService;
    gate: AccessGate;
    resolver: EntityResolver;
    refusal: VerbRefusal;
  }): AuthorizedEventsService {
    return new AuthorizedEventsService(options);
  }

  private constructor(options: {
    inner: EventsService;
    gate: AccessGate;
    resolver: EntityResolver;
    refusal: VerbRefusal;
  }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
    this.#resolver = options.resolver;
    this.#refusal = options.refusal;
  }

  async getEvents(
    request: EntityRequest & { readonly query: EventsQuery },
  ): Promise<EventPage> {
    const access = await this.#gate.entityAccess(
      request.entityRef,
      request.credentials,
    );
    const view = await this.#resolver.resolve(request.entityRef, access);
    const environments = view.environments.map(environment =>
      this.#resolver.describe(environment, access),
    );
    if (
      environments.length > 0 &&
      !environments.some(({ verbs }) => verbs.includes('events'))
    ) {
      throw this.#refusal.error('events', {
        what: request.entityRef,
        where: environments.map(({ ref }) => ref),
        ask: view.scope.domainOwnerRefs,
      });
    }
    return this.#inner.getEvents({ ...request, access });
  }
}
