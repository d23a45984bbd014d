import { useRouteRef } from '@backstage/core-plugin-api';
import { tabRouteRef } from '../../legacyRoutes';

/** Gives a card the path of the Workloads tab, wherever the app of the classic frontend system has put it. */
export function LegacyTabPath(props: {
  children: (tabPath: string | undefined) => JSX.Element;
}): JSX.Element {
  return props.children(usePathOfTab());
}

/** The classic system throws where a route is not mounted; the cards do without their links then. */
function usePathOfTab(): string | undefined {
  try {
    return useRouteRef(tabRouteRef)();
  } catch {
    return undefined;
  }
}
