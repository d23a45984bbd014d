import { createContext, ReactNode, useContext, useMemo } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  logsTabRouteRef,
  metricsTabRouteRef,
  workloadsTabRouteRef,
} from '../../routes';

/** Paths of the tabs of the entity whose page this is; undefined where the portal shows no such tab. */
export interface KnownTabPaths {
  readonly workloads?: string;
  readonly logs?: string;
  readonly metrics?: string;
}

const PathsContext = createContext<KnownTabPaths>({});

/** Where the other tabs are. */
export function useTabPaths(): KnownTabPaths {
  return useContext(PathsContext);
}

/** Tells the screen inside where the other tabs are. */
export function TabPathsProvider(props: {
  paths: KnownTabPaths;
  children: ReactNode;
}): JSX.Element {
  const { workloads, logs, metrics } = props.paths;
  const paths = useMemo(
    () => ({ workloads, logs, metrics }),
    [workloads, logs, metrics],
  );
  return (
    <PathsContext.Provider value={paths}>
      {props.children}
    </PathsContext.Provider>
  );
}

/** The paths wherever the app of the new frontend system has put the tabs. */
export function TabPaths(props: { children: ReactNode }): JSX.Element {
  const paths = {
    workloads: useRouteRef(workloadsTabRouteRef)?.(),
    logs: useRouteRef(logsTabRouteRef)?.(),
    metrics: useRouteRef(metricsTabRouteRef)?.(),
  };
  return <TabPathsProvider paths={paths}>{props.children}</TabPathsProvider>;
}
