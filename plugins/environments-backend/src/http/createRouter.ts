import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { Router } from 'express';
import { readOpenApiSpec } from './readOpenApiSpec';
import { changesRoutes } from './routes/changesRoutes';
import { environmentsRoutes } from './routes/environmentsRoutes';
import { RouterOptions } from './types';

/**
 * The HTTP side: requests are validated against the contract before any of our code sees them, and the contract is
 * served at `/openapi.json`.
 */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const router: Router = createValidatedOpenApiRouter(await readOpenApiSpec());
  environmentsRoutes(router, options);
  changesRoutes(router, options);
  return router;
}
