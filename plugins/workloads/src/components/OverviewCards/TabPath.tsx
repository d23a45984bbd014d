import { useRouteRef } from '@backstage/frontend-plugin-api';
import { workloadsTabRouteRef } from '../../routes';

/** Gives a card the path of the Workloads tab, wherever the app of the new frontend system has put it. */
export function TabPath(props: {
  children: (tabPath: string | undefined) => JSX.Element;
}): JSX.Element {
  const route = useRouteRef(workloadsTabRouteRef);
  return props.children(route?.());
}
