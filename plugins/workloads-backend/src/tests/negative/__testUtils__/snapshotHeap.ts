import { writeHeapSnapshot } from 'node:v8';
import { mockServices } from '@backstage/backend-test-utils';
import {
  DefaultClusterConnection,
  systemClock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { clusterDefinition } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { WatchCache } from '../../../cache/WatchCache';
import { projectors } from '../../../projection';

/**
 * A process that holds the cache of one cluster and nothing else, and writes its heap into a file.
 *
 * @param caData - PEM in base64; empty where the URL is plain http
 */
async function snapshotHeap(
  url: string,
  token: string,
  file: string,
  caData: string,
): Promise<void> {
  const connection = DefaultClusterConnection.create({
    cluster: clusterDefinition({ url, caData: caData || undefined }),
    credentials: {
      getCredential: async () => ({ type: 'bearer token', token }),
    },
    clock: systemClock,
  });
  const cache = WatchCache.create({
    connections: [connection],
    projectors,
    logger: mockServices.rootLogger({ level: 'none' }),
  });
  await new Promise<void>(resolve => {
    cache.subscribe(() => {
      if (cache.facts('dev-1')?.status.state === 'live') {
        resolve();
      }
    });
    cache.start();
  });
  writeHeapSnapshot(file);
  process.stdout.write(
    JSON.stringify({
      pods: cache.rows('dev-1', 'pods').map(({ name }) => name),
    }),
  );
  await cache.stop();
  await connection.close();
}

const [, , url, token, file, caData] = process.argv;
snapshotHeap(url, token, file, caData).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
