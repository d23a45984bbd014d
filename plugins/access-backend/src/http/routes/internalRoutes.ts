import { hasEnded } from '@domaindeck/backstage-plugin-access-common';
import { Request, Router } from 'express';
import { RouterOptions } from '../types';

/** What the permission policy reads and other backends write. Never for people. */
export function internalRoutes(router: Router, options: RouterOptions): void {
  const { httpAuth, audit, store, now } = options;
  const service = (request: Request) =>
    httpAuth.credentials(request, { allow: ['service'] });

  router.get('/internal/grants', async (request, response) => {
    await service(request);
    const at = now();
    const grants = await store.listGrants();
    response.json({
      items: grants
        .filter(grant => !hasEnded(grant, at))
        .map(({ id, subject, domains, where, role, until, why }) => ({
          id,
          subject,
          domains,
          where,
          role,
          until,
          why,
        })),
    });
  });

  router.post('/internal/audit', async (request, response) => {
    await service(request);
    response.status(201).json({ id: await audit.begin(request.body) });
  });

  router.patch('/internal/audit/:id', async (request, response) => {
    await service(request);
    await audit.end(request.params.id, request.body);
    response.status(204).end();
  });
}
