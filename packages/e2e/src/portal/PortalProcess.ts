import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { ClusterAccess } from '../clusters/TestClusters';
import { freePorts } from '@domaindeck/control-plane';
import { ServerProcess } from '../process/ServerProcess';
import { REPOSITORY } from '../repository';
import { clustersConfig } from './clustersConfig';

/** How long the launcher has until its page answers, in milliseconds; three real clusters take their share. */
const READY_LIMIT_MS = 300_000;

/** A whole portal, started by the launcher that `npm start` runs, on free ports and given clusters. */
export class PortalProcess {
  readonly #server: ServerProcess;
  readonly #directory: string;
  readonly url: string;
  readonly backendUrl: string;

  /**
   * @param stores - see {@link clustersConfig}
   * @param registry - of images, as `environments.registries` has it; none unless told
   */
  static async start(
    clusters: readonly ClusterAccess[],
    stores?: Readonly<Record<string, object>>,
    registry?: { readonly host: string; readonly url: string },
  ): Promise<PortalProcess> {
    const directory = mkdtempSync(join(tmpdir(), 'domaindeck-portal-'));
    const clustersFile = join(directory, 'clusters.json');
    const configFile = join(directory, 'clusters.yaml');
    const stateFile = join(directory, 'state.json');
    writeFileSync(clustersFile, JSON.stringify(clusters), { mode: 0o600 });
    const config = clustersConfig(clusters, stores);
    const environments = {
      ...config.environments,
      ...(registry ? { registries: [registry] } : {}),
    };
    writeFileSync(configFile, stringify({ ...config, environments }));
    const [port, backendPort] = await freePorts(2);
    const server = ServerProcess.start({
      command: process.execPath,
      args: [
        join(REPOSITORY, 'packages/launcher/src/start.mjs'),
        ...['--clusters', clustersFile, '--config', configFile],
        ...['--port', `${port}`, '--backend-port', `${backendPort}`],
        ...['--state', stateFile],
      ],
      cwd: REPOSITORY,
      env: { ...process.env, NODE_ENV: 'development' },
    });
    try {
      await server.waitForOutput(/ready at http/, READY_LIMIT_MS);
    } catch (error) {
      await server.stop();
      throw error;
    }
    const state = JSON.parse(readFileSync(stateFile, 'utf8'));
    return new PortalProcess(server, directory, state);
  }

  private constructor(
    server: ServerProcess,
    directory: string,
    state: { url: string; backendUrl: string },
  ) {
    this.#server = server;
    this.#directory = directory;
    this.url = state.url;
    this.backendUrl = state.backendUrl;
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /** The backend's answer to one of the demo people, as with curl. */
  async fetchAs(
    person: string,
    path: string,
    init: RequestInit = {},
  ): Promise<Response> {
    const session = await fetch(
      `${this.backendUrl}/api/auth/demoPeople/refresh`,
      { headers: { 'x-demo-person': `user:default/${person}` } },
    );
    const { backstageIdentity } = (await session.json()) as {
      backstageIdentity: { token: string };
    };
    return fetch(`${this.backendUrl}${path}`, {
      ...init,
      headers: {
        ...init.headers,
        authorization: `Bearer ${backstageIdentity.token}`,
      },
    });
  }
}
