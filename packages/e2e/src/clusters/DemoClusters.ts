import { join } from 'node:path';
import { REPOSITORY } from '../dropIn/repository';
import { ServerProcess } from '../process/ServerProcess';

/** One cluster, as the portal's config needs it. */
export interface ClusterAccess {
  readonly name: string;
  readonly url: string;
  readonly token: string;
}

/** The embedded demo clusters in a process of their own. */
export class DemoClusters {
  readonly #server: ServerProcess;
  readonly clusters: readonly ClusterAccess[];

  static async start(): Promise<DemoClusters> {
    const server = ServerProcess.start({
      command: process.execPath,
      args: [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        join(REPOSITORY, 'packages/demo-clusters/src/cli.ts'),
        'start',
        '--examples',
        join(REPOSITORY, 'examples/kubernetes'),
      ],
      cwd: REPOSITORY,
    });
    const [line] = await server.waitForOutput(/^\{"clusters":.*\}$/m, 60_000);
    const { clusters } = JSON.parse(line) as { clusters: ClusterAccess[] };
    return new DemoClusters(server, clusters);
  }

  private constructor(
    server: ServerProcess,
    clusters: readonly ClusterAccess[],
  ) {
    this.#server = server;
    this.clusters = clusters;
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }
}
