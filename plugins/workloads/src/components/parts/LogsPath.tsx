import { createContext, ReactNode, useContext } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { logsTabRouteRef } from '../../routes';

const PathContext = createContext<string | undefined>(undefined);

/** Path of the Logs tab of the entity whose page this is; undefined where the portal shows no such tab. */
export function useLogsPath(): string | undefined {
  return useContext(PathContext);
}

/** Tells the screen inside the path of the Logs tab. */
export function LogsPathProvider(props: {
  path: string | undefined;
  children: ReactNode;
}): JSX.Element {
  return (
    <PathContext.Provider value={props.path}>
      {props.children}
    </PathContext.Provider>
  );
}

/** The path wherever the app of the new frontend system has put the tab. */
export function LogsPath(props: { children: ReactNode }): JSX.Element {
  const route = useRouteRef(logsTabRouteRef);
  return <LogsPathProvider path={route?.()}>{props.children}</LogsPathProvider>;
}
