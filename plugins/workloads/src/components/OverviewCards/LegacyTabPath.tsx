import { RouteRef, useRouteRef } from '@backstage/core-plugin-api';
import { tabRouteRef } from '../../legacyRoutes';

/** Gives a card the path of a tab, wherever the app of the classic frontend system has put it. */
export function LegacyTabPath(props: {
  /** Of the Workloads tab unless told. */
  routeRef?: RouteRef;
  children: (tabPath: string | undefined) => JSX.Element;
}): JSX.Element {
  return props.children(usePathOfTab(props.routeRef ?? tabRouteRef));
}

/** The classic system throws where a route is not mounted; the cards do without their links then. */
function usePathOfTab(routeRef: RouteRef): string | undefined {
  try {
    return useRouteRef(routeRef)();
  } catch {
    return undefined;
  }
}
