import { ReactNode } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  logsRouteRef,
  metricsRouteRef,
  workloadsRouteRef,
} from '../../legacyRoutes';
import { TabPathsProvider } from './TabPaths';

/** The paths wherever the app of the classic frontend system has put the tabs. */
export function LegacyTabPaths(props: { children: ReactNode }): JSX.Element {
  return (
    <TabPathsProvider
      paths={{
        workloads: usePathOf(workloadsRouteRef),
        logs: usePathOf(logsRouteRef),
        metrics: usePathOf(metricsRouteRef),
      }}
    >
      {props.children}
    </TabPathsProvider>
  );
}

/** The classic system throws where the target of a route is not mounted; there are no doors to it then. */
function usePathOf(ref: typeof workloadsRouteRef): string | undefined {
  try {
    return useRouteRef(ref)?.();
  } catch {
    return undefined;
  }
}
