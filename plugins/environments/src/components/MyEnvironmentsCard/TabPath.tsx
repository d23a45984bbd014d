import { useRouteRef } from '@backstage/frontend-plugin-api';
import { environmentsTabRouteRef } from '../../routes';

/** Gives the card the path of the Environments tab, wherever the app of the new frontend system has put it. */
export function TabPath(props: {
  children: (tabPath: string | undefined) => JSX.Element;
}): JSX.Element {
  return props.children(useRouteRef(environmentsTabRouteRef)?.());
}
