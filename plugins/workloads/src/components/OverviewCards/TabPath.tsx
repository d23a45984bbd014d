import { RouteRef, useRouteRef } from '@backstage/frontend-plugin-api';
import { workloadsTabRouteRef } from '../../routes';

/** Gives a card the path of a tab, wherever the app of the new frontend system has put it. */
export function TabPath(props: {
  /** Of the Workloads tab unless told. */
  routeRef?: RouteRef;
  children: (tabPath: string | undefined) => JSX.Element;
}): JSX.Element {
  const route = useRouteRef(props.routeRef ?? workloadsTabRouteRef);
  return props.children(route?.());
}
