import { ReactNode } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { logsRouteRef } from '../../legacyRoutes';
import { LogsPathProvider } from './LogsPath';

/** The path of the Logs tab wherever the app of the classic frontend system has put it. */
export function LegacyLogsPath(props: { children: ReactNode }): JSX.Element {
  return (
    <LogsPathProvider path={usePathOfLogs()}>{props.children}</LogsPathProvider>
  );
}

/** The classic system throws where a route is not mounted; there are no doors to it then. */
function usePathOfLogs(): string | undefined {
  try {
    return useRouteRef(logsRouteRef)();
  } catch {
    return undefined;
  }
}
