import { ReactNode } from 'react';
import { logsRouteRef, metricsRouteRef, tabRouteRef } from '../../legacyRoutes';
import { TabPathsProvider } from './TabPaths';
import { useLegacyPath } from './useLegacyPath';

/** The paths of the tabs wherever the app of the classic frontend system has put them. */
export function LegacyTabPaths(props: { children: ReactNode }): JSX.Element {
  const paths = {
    workloads: useLegacyPath(tabRouteRef),
    logs: useLegacyPath(logsRouteRef),
    metrics: useLegacyPath(metricsRouteRef),
  };
  return <TabPathsProvider paths={paths}>{props.children}</TabPathsProvider>;
}
