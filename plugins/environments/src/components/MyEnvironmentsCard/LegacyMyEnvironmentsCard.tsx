import { useRouteRef } from '@backstage/core-plugin-api';
import { tabRouteRef } from '../../legacyRoutes';
import { MyEnvironmentsCard } from './MyEnvironmentsCard';

/** The card of the reader's environments for the classic frontend system. */
export function LegacyMyEnvironmentsCard(): JSX.Element {
  return <MyEnvironmentsCard tabPath={usePathOfTab()} />;
}

/** The classic system throws where a route is not mounted; the card does without its links then. */
function usePathOfTab(): string | undefined {
  try {
    return useRouteRef(tabRouteRef)();
  } catch {
    return undefined;
  }
}
