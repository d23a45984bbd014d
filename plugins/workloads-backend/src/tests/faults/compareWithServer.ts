import { isDeepStrictEqual } from 'node:util';
import { ClusterReader } from '../../cache/types';
import { projectors } from '../../projection/projectors';
import { WatchedResource } from '../../projection/rows';
import { ModelServer } from './ModelServer';

/**
 * Compares all rows of a cluster with what the server holds.
 *
 * @returns the differences in words; none when they are equal
 */
export function compareWithServer(
  reader: ClusterReader,
  cluster: string,
  server: ModelServer,
): readonly string[] {
  return server.resources.flatMap(name => {
    const resource = name as WatchedResource;
    const held = new Map(
      reader.rows(cluster, resource).map(row => [row.uid, row]),
    );
    const differences: string[] = [];
    for (const object of server.store(resource).objects) {
      const { uid } = object.metadata;
      const row = held.get(uid);
      held.delete(uid);
      if (!row) {
        differences.push(`${cluster} ${resource} ${uid} is missing`);
      } else if (!isDeepStrictEqual(row, projectors[resource](object))) {
        differences.push(`${cluster} ${resource} ${uid} is out of date`);
      }
    }
    for (const uid of held.keys()) {
      differences.push(`${cluster} ${resource} ${uid} is a ghost`);
    }
    return differences;
  });
}
