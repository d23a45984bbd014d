import { useApiHolder } from '@backstage/frontend-plugin-api';
import {
  LogEntry,
  LogsApi,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  logsApiRef,
  RemoteResult,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { CrashedContainer } from './model/crashedContainer';

/** Lines that are searched for the one that explains. */
const TAIL = 200;

/** One line of the last words. */
export type LastLine = Pick<LogEntry, 'at' | 'text' | 'level'>;

/** The last lines of the run of a container that crashed; asked for again when it has crashed again. */
export function useLastLines(
  entityRef: string,
  workload: Workload,
  crashed: CrashedContainer | undefined,
): RemoteResult<readonly LastLine[]> {
  const api = useApiHolder().get(logsApiRef);
  const key =
    api && crashed
      ? [
          entityRef,
          crashed.pod.uid,
          crashed.container.name,
          crashed.container.lastEnd?.at,
        ].join(' ')
      : undefined;
  return useRemote(key, signal =>
    api && crashed
      ? readLastLines(api, entityRef, workload, crashed, signal)
      : Promise.resolve([]),
  );
}

async function readLastLines(
  api: LogsApi,
  entityRef: string,
  { cluster, namespace }: Workload,
  { pod, container }: CrashedContainer,
  signal: AbortSignal,
): Promise<readonly LastLine[]> {
  const lines: LastLine[] = [];
  const records = api.streamLogs(
    entityRef,
    {
      sources: [
        { cluster, namespace, pod: pod.name, container: container.name },
      ],
      previous: true,
      follow: false,
      tail: TAIL,
    },
    { signal },
  );
  for await (const record of records) {
    if (record.type === 'line') {
      lines.push(record);
    } else if (record.type === 'end') {
      break;
    }
  }
  return lines;
}
