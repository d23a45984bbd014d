import { RouteRef } from '@backstage/core-plugin-api';
import { tabRouteRef } from '../../legacyRoutes';
import { useLegacyPath } from '../parts/useLegacyPath';

/** Gives a card the path of a tab, wherever the app of the classic frontend system has put it. */
export function LegacyTabPath(props: {
  /** Of the Workloads tab unless told. */
  routeRef?: RouteRef;
  children: (tabPath: string | undefined) => JSX.Element;
}): JSX.Element {
  return props.children(useLegacyPath(props.routeRef ?? tabRouteRef));
}
