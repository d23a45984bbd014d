import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { freePorts } from '@domaindeck/control-plane';
import { ServerProcess } from '../../process/ServerProcess';
import { REPOSITORY } from '../../repository';
import {
  benchConfig,
  BENCH_ENTITY,
  benchEntities,
  BENCH_PERSON,
} from './benchConfig';
import { BenchClusters } from './startBenchClusters';

/** Milliseconds until a portal serves; some 15 s on two cores. */
const READY_LIMIT_MS = 120_000;

/** The demo's backend, in a process of its own, with nobody's screen before it. */
export class BenchPortal {
  readonly #server: ServerProcess;
  readonly #folder: string;
  readonly url: string;
  #token = '';
  /** The first thing that a stop does is to signal, which needs no time that an ending process has not. */
  readonly #endWithUs = () => {
    this.#server.stop().catch(() => {});
    rmSync(this.#folder, { recursive: true, force: true });
  };

  /** @param settings - more of `workloads.clusters` by the names of the clusters */
  static async start(
    clusters: BenchClusters,
    settings?: Readonly<Record<string, object>>,
  ): Promise<BenchPortal> {
    const folder = mkdtempSync(join(tmpdir(), 'domaindeck-bench-'));
    const catalogFile = join(folder, 'catalog.yaml');
    const configFile = join(folder, 'app-config.yaml');
    const [port] = await freePorts(1);
    writeFileSync(
      catalogFile,
      benchEntities.map(entity => stringify(entity)).join('---\n'),
    );
    writeFileSync(
      configFile,
      stringify(benchConfig(clusters, { port, catalogFile, settings })),
      { mode: 0o600 },
    );
    const server = ServerProcess.start({
      command: process.execPath,
      args: [
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
        ...['src/index.ts', '--config', configFile],
      ],
      cwd: join(REPOSITORY, 'packages/backend'),
      env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'warn' },
    });
    const portal = new BenchPortal(server, folder, `http://127.0.0.1:${port}`);
    try {
      await portal.waitFor('the sign-in of the portal', async () => {
        portal.#token = await portal.#signIn(BENCH_PERSON);
        return portal.#token !== '';
      });
      return portal;
    } catch (error) {
      await portal.stop();
      throw new Error(
        `${(error as Error).message}\n${server.output.slice(-4000)}`,
      );
    }
  }

  private constructor(server: ServerProcess, folder: string, url: string) {
    this.#server = server;
    this.#folder = folder;
    this.url = url;
    process.once('exit', this.#endWithUs);
  }

  get pid(): number {
    return this.#server.pid;
  }

  /** Of the person who opens the tab. */
  get token(): string {
    return this.#token;
  }

  /**
   * Asks until the answer is what is waited for.
   * @throws Error with `what` when that takes more than two minutes or the portal ends
   */
  async waitFor(what: string, ask: () => Promise<boolean>): Promise<void> {
    const until = Date.now() + READY_LIMIT_MS;
    while (!(await ask().catch(() => false))) {
      if (Date.now() > until || !this.#server.running) {
        throw new Error(
          `Waited in vain for ${what}\n${this.#server.output.slice(-4000)}`,
        );
      }
      await sleep(250);
    }
  }

  /** Waits until the tab of the entity shows so many pods, all ready. */
  waitForPods(count: number): Promise<void> {
    const { name, namespace } = BENCH_ENTITY.metadata;
    return this.waitFor('our tab to show all pods', async () => {
      const response = await fetch(
        `${this.url}/api/workloads/entities/component/${namespace}/${name}/workloads`,
        { headers: { authorization: `Bearer ${this.#token}` } },
      );
      const { items } = (await response.json()) as {
        items: { replicas: { ready: number }; pods: object[] }[];
      };
      const ready = items.reduce((sum, item) => sum + item.replicas.ready, 0);
      const pods = items.reduce((sum, item) => sum + item.pods.length, 0);
      return ready === count && pods === count;
    });
  }

  async stop(): Promise<void> {
    process.off('exit', this.#endWithUs);
    await this.#server.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The tokens of persons, in their order, as soon as the catalog knows them all. */
  async signInAll(persons: readonly string[]): Promise<string[]> {
    const tokens: string[] = [];
    for (const person of persons) {
      await this.waitFor(`the sign-in of ${person}`, async () => {
        const token = await this.#signIn(person);
        if (token !== '') {
          tokens.push(token);
        }
        return token !== '';
      });
    }
    return tokens;
  }

  /** @returns the token of a person; empty when the portal does not sign in yet */
  async #signIn(person: string): Promise<string> {
    const response = await fetch(`${this.url}/api/auth/demoPeople/refresh`, {
      headers: { 'x-demo-person': person },
    });
    const session = (await response.json()) as {
      backstageIdentity?: { token: string };
    };
    return session.backstageIdentity?.token ?? '';
  }
}
