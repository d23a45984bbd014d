import { createRouteRef } from '@backstage/frontend-plugin-api';

/**
 * The Access tab of an entity page.
 * @public
 */
export const accessTabRouteRef = createRouteRef();
