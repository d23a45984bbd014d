import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { Router } from 'express';
import { readOpenApiSpec } from './readOpenApiSpec';
import { changesRoutes } from './routes/changesRoutes';
import { eventsRoutes } from './routes/eventsRoutes';
import { inspectionRoutes } from './routes/inspectionRoutes';
import { logsRoutes } from './routes/logsRoutes';
import { metricsRoutes } from './routes/metricsRoutes';
import { objectsRoutes } from './routes/objectsRoutes';
import { workloadsRoutes } from './routes/workloadsRoutes';
import { RouterOptions } from './types';

/**
 * The HTTP side: requests are validated against the contract before any of our code sees them, and the contract is
 * served at `/openapi.json`.
 */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const router: Router = createValidatedOpenApiRouter(await readOpenApiSpec());
  inspectionRoutes(router, options);
  workloadsRoutes(router, options);
  eventsRoutes(router, options);
  changesRoutes(router, options);
  objectsRoutes(router, options);
  logsRoutes(router, options);
  metricsRoutes(router, options);
  return router;
}
