import { Router } from 'express';
import { entityRefOf } from '../request/entityRefOf';
import { eventsQueryOf } from '../request/eventsQueryOf';
import { RouterOptions } from '../types';

/** Kubernetes events of entities. */
export function eventsRoutes(router: Router, options: RouterOptions): void {
  router.get(
    '/entities/:kind/:namespace/:name/events',
    async (request, response) => {
      const credentials = await options.httpAuth.credentials(request);
      response.json(
        await options.events.getEvents({
          credentials,
          entityRef: entityRefOf(request),
          query: eventsQueryOf(request),
        }),
      );
    },
  );
}
