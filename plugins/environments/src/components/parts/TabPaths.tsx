import { createContext, ReactNode, useContext } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  logsTabRouteRef,
  metricsTabRouteRef,
  workloadsTabRouteRef,
} from '../../routes';

/** Paths of the other tabs of the same domain; undefined where the portal shows no such tab. */
export interface TabPathsOf {
  readonly workloads?: string;
  readonly logs?: string;
  readonly metrics?: string;
}

const PathsContext = createContext<TabPathsOf>({});

/** Paths of the other tabs of the domain whose page this is. */
export function useTabPaths(): TabPathsOf {
  return useContext(PathsContext);
}

/** Tells the screens inside where the other tabs are. */
export function TabPathsProvider(props: {
  paths: TabPathsOf;
  children: ReactNode;
}): JSX.Element {
  return (
    <PathsContext.Provider value={props.paths}>
      {props.children}
    </PathsContext.Provider>
  );
}

/** The paths wherever the app of the new frontend system has put the tabs. */
export function TabPaths(props: { children: ReactNode }): JSX.Element {
  const workloads = useRouteRef(workloadsTabRouteRef);
  const logs = useRouteRef(logsTabRouteRef);
  const metrics = useRouteRef(metricsTabRouteRef);
  return (
    <TabPathsProvider
      paths={{
        workloads: workloads?.(),
        logs: logs?.(),
        metrics: metrics?.(),
      }}
    >
      {props.children}
    </TabPathsProvider>
  );
}
