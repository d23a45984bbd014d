import { NotFoundError } from '@backstage/errors';
import { ApiRouter } from '../apiserver/ApiRouter';
import { Authenticator } from '../apiserver/Authenticator';
import { HttpEndpoint } from '../apiserver/HttpEndpoint';
import { ListSnapshots } from '../apiserver/ListSnapshots';
import { ObjectWriter } from '../writes/ObjectWriter';
import { RequestCount, RequestCounter } from '../apiserver/RequestCounter';
import { ResponseWriter } from '../apiserver/ResponseWriter';
import { DemoToken } from '../apiserver/Token';
import { Gate } from '../faults/Gate';
import { KubernetesObject } from '../model/KubernetesObject';
import { RunArchive } from '../logs/RunArchive';
import { ResourceType } from '../model/ResourceType';
import { findKind } from '../model/resourceTypes';
import { Player } from '../player/Player';
import { applyManifest } from '../player/applyManifest';
import { ObjectStore } from '../store/ObjectStore';
import { hashOf, nameSuffix, seededRandom } from '../store/identity';
import { UsageArchive } from '../usage/UsageArchive';
import { ClusterFault, DemoCluster } from './DemoCluster';
import { DemoClusterOptions } from './DemoClusterOptions';
import { withVersion } from '../model/withVersion';

const DEFAULT_SLOW_MS = 3000;
const DEFAULT_BOOKMARK_MS = 60_000;
/** The real server ends watches at random between 30 and 60 minutes. */
const MIN_WATCH_MS = 30 * 60_000;

/** The parts of one cluster, put together. */
export class EmbeddedCluster implements DemoCluster {
  readonly name: string;
  readonly token: string;
  readonly #store: ObjectStore;
  readonly #writer: ObjectWriter;
  readonly #authenticator: Authenticator;
  readonly #snapshots: ListSnapshots;
  readonly #counter = RequestCounter.create();
  readonly #gate: Gate;
  readonly #router: ApiRouter;
  readonly #endpoint: HttpEndpoint;
  readonly #player: Player;
  readonly #usage: UsageArchive;

  private constructor(options: DemoClusterOptions) {
    const { world } = options;
    const clock = options.clock ?? Date.now;
    const random = seededRandom((options.seed ?? 1) + hashOf(world.name));
    const tokens = options.tokens ?? [
      { token: `demo-${nameSuffix(random, 24)}`, user: 'portal' },
    ];
    this.name = world.name;
    this.token =
      tokens.find(token => !token.allow && !token.deny)?.token ??
      tokens[0]?.token ??
      '';
    this.#store = ObjectStore.create({ historyLimit: options.historyLimit });
    const archive = RunArchive.create(clock);
    this.#store.subscribe((type, change) => archive.notice(type, change));
    this.#usage = UsageArchive.create(this.#store, clock);
    this.#store.subscribe((type, change) => this.#usage.notice(type, change));
    this.#player = Player.create({ store: this.#store, clock, random });
    this.#writer = this.#player.writer;
    this.#authenticator = Authenticator.create(tokens);
    this.#snapshots = ListSnapshots.create(clock);
    this.#gate = Gate.create(options.slowMs ?? DEFAULT_SLOW_MS);
    this.#router = ApiRouter.create({
      store: this.#store,
      writer: this.#writer,
      authenticator: this.#authenticator,
      snapshots: this.#snapshots,
      counter: this.#counter,
      gate: this.#gate,
      archive,
      usage: this.#usage,
      clock,
      version: { gitVersion: world.kubernetesVersion },
      watchDefaults: {
        bookmarkIntervalMs: options.bookmarkIntervalMs ?? DEFAULT_BOOKMARK_MS,
        timeoutMs:
          options.watchTimeoutMs ?? Math.round(MIN_WATCH_MS * (1 + random())),
      },
    });
    this.#endpoint = HttpEndpoint.create(
      options.port ?? 0,
      (request, response) =>
        this.#router.handle(request, ResponseWriter.create(response)),
    );
  }

  static async start(options: DemoClusterOptions): Promise<EmbeddedCluster> {
    const cluster = new EmbeddedCluster(options);
    cluster.#player.load(options.world, options.controllers ?? true);
    cluster.#store.compact();
    cluster.#usage.begin();
    await cluster.#endpoint.open();
    if (options.live ?? true) {
      cluster.#player.start();
    }
    return cluster;
  }

  get url(): string {
    return this.#endpoint.url;
  }

  get requests(): RequestCount {
    return this.#counter.read();
  }

  get openWatches(): number {
    return this.#router.openWatches;
  }

  resetRequests(): void {
    this.#counter.reset();
  }

  setTokens(tokens: readonly DemoToken[]): void {
    this.#authenticator.setTokens(tokens);
  }

  async setFault(fault: ClusterFault): Promise<void> {
    if (fault === 'restart') {
      this.forgetHistory();
      await this.#endpoint.close();
      this.#gate.set('ok');
      await this.#endpoint.open();
      return;
    }
    if (fault === 'refuse') {
      await this.#endpoint.close();
    }
    this.#gate.set(fault);
    if (fault !== 'refuse') {
      await this.#endpoint.open();
    }
  }

  forgetHistory(): void {
    this.#store.compact();
    this.#snapshots.clear();
  }

  apply(manifest: KubernetesObject): KubernetesObject {
    return applyManifest(this.#store, this.#writer, manifest);
  }

  patch(
    apiVersion: string,
    kind: string,
    namespace: string | undefined,
    name: string,
    patch: unknown,
  ): KubernetesObject {
    const type = requireKind(apiVersion, kind);
    return this.#writer.patch(type, namespace, name, 'object', {
      form: 'merge',
      body: patch,
    }).object;
  }

  remove(
    apiVersion: string,
    kind: string,
    namespace: string | undefined,
    name: string,
  ): void {
    const type = requireKind(apiVersion, kind);
    this.#writer.remove(type, namespace, name, { graceSeconds: 0 });
  }

  get(
    apiVersion: string,
    kind: string,
    namespace: string | undefined,
    name: string,
  ): KubernetesObject | undefined {
    const type = requireKind(apiVersion, kind);
    return this.#store.get(type, namespace, name)?.object;
  }

  list(
    apiVersion: string,
    kind: string,
    namespace?: string,
  ): KubernetesObject[] {
    const type = requireKind(apiVersion, kind);
    return this.#store.list(type, namespace).map(item => item.object);
  }

  rollout(namespace: string, deployment: string, version: string): void {
    const found = this.get('apps/v1', 'Deployment', namespace, deployment);
    if (!found) {
      throw new NotFoundError(
        `cluster ${this.name} has no Deployment ${deployment} in namespace ${namespace}`,
      );
    }
    this.apply(withVersion(found, version));
    this.tick();
  }

  tick(): void {
    this.#player.tick();
  }

  async stop(): Promise<void> {
    this.#player.stop();
    this.#router.endStreams();
    this.#gate.set('ok');
    await this.#endpoint.close();
  }
}

function requireKind(apiVersion: string, kind: string): ResourceType {
  const type = findKind(apiVersion, kind);
  if (!type) {
    throw new NotFoundError(`no kind ${kind} in ${apiVersion} is served`);
  }
  return type;
}
