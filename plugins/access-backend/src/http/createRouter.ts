import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { Router } from 'express';
import { readOpenApiSpec } from './readOpenApiSpec';
import { auditRoutes } from './routes/auditRoutes';
import { grantsRoutes } from './routes/grantsRoutes';
import { internalRoutes } from './routes/internalRoutes';
import { rightsRoutes } from './routes/rightsRoutes';
import { RouterOptions } from './types';

/**
 * The HTTP side: requests are validated against the contract before any of our code sees them, and the contract is
 * served at `/openapi.json`.
 */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const router: Router = createValidatedOpenApiRouter(await readOpenApiSpec());
  rightsRoutes(router, options);
  grantsRoutes(router, options);
  auditRoutes(router, options);
  internalRoutes(router, options);
  return router;
}
