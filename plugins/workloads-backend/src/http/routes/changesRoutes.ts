import { Router } from 'express';
import { changesQueryOf } from '../request/changesQueryOf';
import { entityRefOf } from '../request/entityRefOf';
import { RouterOptions } from '../types';

/** What was released and scaled. */
export function changesRoutes(router: Router, options: RouterOptions): void {
  router.get(
    '/entities/:kind/:namespace/:name/changes',
    async (request, response) => {
      const credentials = await options.httpAuth.credentials(request);
      response.json(
        await options.changes.getChanges({
          credentials,
          entityRef: entityRefOf(request),
          query: changesQueryOf(request),
        }),
      );
    },
  );
}
