import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { Router } from 'express';
import { readOpenApiSpec } from './readOpenApiSpec';
import { auditRoutes } from './routes/auditRoutes';
import { grantsRoutes } from './routes/grantsRoutes';
import { internalRoutes } from './routes/internalRoutes';
import { refuseNul } from './request/refuseNul';
import { rightsRoutes } from './routes/rightsRoutes';
import { RouterOptions } from './types';

/**
 * The HTTP side: requests are validated against the contract before any of our code sees them, and the contract is
 * served at `/openapi.json`.
 */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const router: Router = createValidatedOpenApiRouter(await readOpenApiSpec());
  // What other backends put on record is not refused for what people typed.
  internalRoutes(router, options);
  router.use(refuseNul);
  rightsRoutes(router, options);
  grantsRoutes(router, options);
  auditRoutes(router, options);
  return router;
}
