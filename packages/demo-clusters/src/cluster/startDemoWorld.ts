import { NotFoundError } from '@backstage/errors';
import { loadWorlds } from '../worlds/loadWorlds';
import { DemoCluster } from './DemoCluster';
import { DemoClusterOptions } from './DemoClusterOptions';
import { startDemoCluster } from './startDemoCluster';

/**
 * How to start all clusters of a folder.
 * @public
 */
export interface DemoWorldOptions
  extends Omit<DemoClusterOptions, 'world' | 'port'> {
  /** The folder with `clusters.yaml`, such as `examples/kubernetes`. */
  readonly examples: string;
  /** The first cluster listens here, the next one port higher, and so on; absent: any free ports. */
  readonly portBase?: number;
}

/**
 * The running clusters of a folder.
 * @public
 */
export interface DemoWorld {
  /** In the order of `clusters.yaml`. */
  readonly clusters: readonly DemoCluster[];
  /** @throws NotFoundError that names the clusters there are */
  cluster(name: string): DemoCluster;
  stop(): Promise<void>;
}

/**
 * Starts every cluster that `clusters.yaml` of a folder lists.
 * @throws InputError when a file there is wrong
 * @public
 */
export async function startDemoWorld(
  options: DemoWorldOptions,
): Promise<DemoWorld> {
  const { examples, portBase, ...rest } = options;
  const worlds = await loadWorlds(examples);
  const clusters: DemoCluster[] = [];
  const stop = async () => {
    await Promise.all(clusters.map(cluster => cluster.stop()));
  };
  try {
    for (const [index, world] of worlds.entries()) {
      const port = portBase === undefined ? 0 : portBase + index;
      clusters.push(await startDemoCluster({ ...rest, world, port }));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    clusters,
    stop,
    cluster(name) {
      const found = clusters.find(cluster => cluster.name === name);
      if (!found) {
        const known = clusters.map(cluster => cluster.name).join(', ');
        throw new NotFoundError(`no demo cluster ${name}; there are ${known}`);
      }
      return found;
    },
  };
}
