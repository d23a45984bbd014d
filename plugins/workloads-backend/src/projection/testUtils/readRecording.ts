import { readFileSync } from 'fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { nodeRooms } from '../nodeRooms';
import { projectors } from '../projectors';
import { RowTypes, WatchedResource } from '../rows';
import { NamespaceRows } from '../types';

/** What a real cluster held when a trouble was recorded, as rows. */
export interface Recording {
  readonly rows: NamespaceRows;
  readonly at: Date;
}

/**
 * Reads one of `projection/recordings`; `yarn control-plane record` makes them.
 */
export function readRecording(name: string): Recording {
  const { at, objects } = JSON.parse(
    readFileSync(
      resolvePackagePath(
        '@domaindeck/backstage-plugin-workloads-backend',
        `src/projection/recordings/${name}.json`,
      ),
      'utf8',
    ),
  ) as {
    at: string;
    objects: Partial<Record<WatchedResource, readonly unknown[]>>;
  };
  const rowsOf = <K extends WatchedResource>(resource: K): RowTypes[K][] =>
    (objects[resource] ?? []).map(projectors[resource]);
  const pods = rowsOf('pods');
  return {
    at: new Date(at),
    rows: {
      cluster: 'real-1',
      clusterState: 'live',
      namespace: name,
      pods,
      deployments: rowsOf('deployments'),
      replicasets: rowsOf('replicasets'),
      statefulsets: rowsOf('statefulsets'),
      daemonsets: rowsOf('daemonsets'),
      jobs: rowsOf('jobs'),
      cronjobs: rowsOf('cronjobs'),
      horizontalpodautoscalers: rowsOf('horizontalpodautoscalers'),
      events: rowsOf('events'),
      roomOfNodes: () => nodeRooms(rowsOf('nodes'), pods),
    },
  };
}
