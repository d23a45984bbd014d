import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDemoClusters } from './demoClusters.mjs';
import { writePortalConfig } from './portalConfig.mjs';
import { choosePort } from './ports.mjs';
import { ProcessGroup } from './ProcessGroup.mjs';
import { waitUntilReady } from './readiness.mjs';
import { CACHE, ROOT } from './repository.mjs';
import { say, step } from './steps.mjs';

/** The clusters, the backend and the app of one run. */
export class Portal {
  #groups = [];
  #directory = join(CACHE, `run-${process.pid}`);
  #env;

  constructor(env) {
    this.#env = env;
  }

  /** Everything that was started, for who waits for an end. */
  get groups() {
    return this.#groups;
  }

  /**
   * @param options.clusters - `{name, url, token, caData?}` each; the embedded demo clusters without them
   * @returns `{url, backendUrl, clusters, control?}`
   */
  async start(options) {
    mkdirSync(this.#directory, { recursive: true });
    const [appPort, backendPort] = [
      await choosePort('app', options.appPort ?? 3000),
      await choosePort('backend', options.backendPort ?? 7007),
    ];
    const { clusters, control, registry } = options.clusters
      ? { clusters: options.clusters }
      : await step('Starting the demo clusters', () => this.#startClusters());
    const config = join(this.#directory, 'app-config.run.yaml');
    writePortalConfig(config, {
      appPort,
      backendPort,
      clusters,
      registry,
    });
    const configs = [
      join(ROOT, 'app-config.yaml'),
      ...(options.configs ?? [join(ROOT, 'examples', 'clusters.yaml')]),
      config,
    ];
    this.#startPackage('backend', configs);
    this.#startPackage('app', configs);
    const url = `http://localhost:${appPort}`;
    const backendUrl = `http://localhost:${backendPort}`;
    await step('Starting the portal', () =>
      waitUntilReady({ appUrl: url, backendUrl, groups: this.#groups }),
    );
    const state = { url, backendUrl, clusters, control };
    if (options.stateFile) {
      writeFileSync(options.stateFile, JSON.stringify(state));
    }
    return state;
  }

  /** Ends every process; what they said is kept only when something went wrong. */
  async stop({ keepLogs }) {
    await Promise.all(this.#groups.map(group => group.stop()));
    if (keepLogs) {
      say(`What the parts said is in ${this.#directory}`);
    } else {
      rmSync(this.#directory, { recursive: true, force: true });
    }
  }

  async #startClusters() {
    const demo = await startDemoClusters(
      this.#env,
      join(this.#directory, 'clusters.log'),
    );
    this.#groups.push(demo.group);
    return demo;
  }

  #startPackage(name, configs) {
    this.#groups.push(
      new ProcessGroup({
        name,
        command: 'yarn',
        args: [
          'backstage-cli',
          'package',
          'start',
          ...configs.flatMap(file => ['--config', file]),
        ],
        cwd: join(ROOT, 'packages', name),
        env: this.#env,
        log: join(this.#directory, `${name}.log`),
      }),
    );
  }
}
