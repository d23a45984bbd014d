import { join } from 'node:path';
import { ServerProcess } from '../process/ServerProcess';
import { REPOSITORY } from '../repository';
import { ClusterAccess, TestClusters } from './TestClusters';

/** The embedded demo clusters in a process of their own, as `npm start` runs them. */
export class DemoClusters implements TestClusters {
  readonly #server: ServerProcess;
  readonly #control: string;
  readonly clusters: readonly ClusterAccess[];

  static async start(): Promise<DemoClusters> {
    const server = ServerProcess.start({
      command: process.execPath,
      args: [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        'packages/demo-clusters/src/cli.ts',
        'start',
        '--examples',
        join('examples', 'kubernetes'),
      ],
      cwd: REPOSITORY,
    });
    try {
      const [line] = await server.waitForOutput(/^\{"clusters":.*\}$/m, 60_000);
      return new DemoClusters(server, JSON.parse(line));
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  private constructor(
    server: ServerProcess,
    said: {
      clusters: readonly Omit<ClusterAccess, 'adminToken'>[];
      control: string;
    },
  ) {
    this.#server = server;
    this.#control = said.control;
    this.clusters = said.clusters.map(cluster => ({
      ...cluster,
      adminToken: cluster.token,
    }));
  }

  silence(name: string): Promise<void> {
    return this.#setFault(name, 'silent');
  }

  restore(name: string): Promise<void> {
    return this.#setFault(name, 'ok');
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  async #setFault(name: string, mode: string): Promise<void> {
    const response = await fetch(`${this.#control}/clusters/${name}/fault`, {
      method: 'POST',
      body: JSON.stringify({ mode }),
    });
    if (!response.ok) {
      throw new Error(`${name} did not turn ${mode}: ${await response.text()}`);
    }
  }
}
