import { RouteRef, useRouteRef } from '@backstage/core-plugin-api';

/**
 * The path of a tab wherever the app of the classic frontend system has put it. That system throws where a route is not
 * mounted; there are no ways to it then.
 */
export function useLegacyPath(routeRef: RouteRef): string | undefined {
  try {
    return useRouteRef(routeRef)();
  } catch {
    return undefined;
  }
}
