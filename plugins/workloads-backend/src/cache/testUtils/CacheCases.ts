import { ScriptedApiServer } from './ScriptedApiServer';
import { WatchCacheHarness } from './WatchCacheHarness';

type Clusters = Parameters<typeof WatchCacheHarness.start>[0];
type Options = Parameters<typeof WatchCacheHarness.start>[1];

/** Servers and caches of a test file, ended together. */
export class CacheCases {
  readonly #servers: ScriptedApiServer[] = [];
  readonly #harnesses: WatchCacheHarness[] = [];

  static create(): CacheCases {
    return new CacheCases();
  }

  private constructor() {}

  /** A server that holds these pods. */
  async startServer(...pods: string[]): Promise<ScriptedApiServer> {
    const server = await ScriptedApiServer.start();
    server.addPods(...pods);
    this.#servers.push(server);
    return server;
  }

  start(clusters: Clusters, options?: Options): WatchCacheHarness {
    const harness = WatchCacheHarness.start(clusters, options);
    this.#harnesses.push(harness);
    return harness;
  }

  /** A cache over the one server, once it is live. */
  async startLive(
    server: ScriptedApiServer,
    options?: Options,
  ): Promise<WatchCacheHarness> {
    const harness = this.start([{ url: server.url }], options);
    await harness.until(
      'the cluster is live',
      () => harness.status()?.state === 'live',
    );
    return harness;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#harnesses.splice(0).map(each => each.stop()));
    await Promise.all(this.#servers.splice(0).map(each => each.stop()));
  }
}
