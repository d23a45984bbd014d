import {
  ClusterDefinition,
  Clock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { clusterDefinition } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { RecordingLogger } from '../../cache/testUtils/RecordingLogger';
import { TimeShare } from '../../cache/TimeShare';
import { WatchCache } from '../../cache/WatchCache';
import {
  BindingResolver,
  CatalogModelSource,
  EntityResolver,
} from '../../entities';
import { createCatalogModel } from '../../entities/createCatalogModel';
import { LiveWorkloads } from '../../live';
import { projection } from '../../projection/projection';
import { projectors } from '../../projection/projectors';
import { WatchedResource } from '../../projection/rows';
import { DefaultWorkloadsService, Revisions } from '../../workloads';
import { Chance } from './Chance';
import { ModelConnection } from './ModelConnection';
import { ModelServer } from './ModelServer';

/** What viewers look at. */
export const MODEL_DOMAIN = 'domain:default/payments';

/** Most milliseconds that one look at the time says have passed: some objects fill the slice of a parser. */
const PARSE_MS = 2;

function modelSource(): CatalogModelSource {
  const model = createCatalogModel([
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Domain',
      metadata: { name: 'payments', namespace: 'default' },
    },
  ]);
  return {
    get: async () => model,
    refresh: async () => model,
    latest: () => model,
  };
}

/** The parsers share turns that the clock gives, of a length that chance decides. */
function modelTimeShare(clock: Clock, chance: Chance): TimeShare {
  let now = 0;
  return TimeShare.create({
    now: () => {
      now += chance.next() * PARSE_MS;
      return now;
    },
    nextTurn: callback => {
      clock.after(1, callback);
    },
  });
}

/** The plugin from its connections up to the service that streams, over model servers. */
export class ModelPortal {
  readonly cache: WatchCache;
  readonly service: DefaultWorkloadsService;
  readonly #live: LiveWorkloads;
  readonly #shutdown = new AbortController();

  static create(options: {
    servers: ReadonlyMap<string, ModelServer>;
    resources: readonly WatchedResource[];
    clock: Clock;
    chance: Chance;
  }): ModelPortal {
    return new ModelPortal(options);
  }

  private constructor(options: {
    servers: ReadonlyMap<string, ModelServer>;
    resources: readonly WatchedResource[];
    clock: Clock;
    chance: Chance;
  }) {
    const { servers, resources, clock, chance } = options;
    const clusters = [...servers.keys()].map(name =>
      clusterDefinition({ name, url: `http://${name}.example.com` }),
    );
    const serverOf = ({ name }: ClusterDefinition) => {
      const server = servers.get(name);
      if (!server) {
        throw new RangeError(`There is no server of ${name}`);
      }
      return server;
    };
    this.cache = WatchCache.create({
      connections: clusters.map(cluster =>
        ModelConnection.create({
          cluster,
          server: serverOf(cluster),
          clock,
          chance,
        }),
      ),
      projectors,
      resources,
      logger: RecordingLogger.create(),
      clock,
      random: chance.next,
      timeShare: modelTimeShare(clock, chance),
    });
    const bindings = BindingResolver.create({
      reader: this.cache,
      clusters,
      bindings: [],
    });
    const models = modelSource();
    this.#live = LiveWorkloads.create({
      reader: this.cache,
      projection,
      bindings,
      models,
      clock,
      pause: () => Promise.resolve(),
    });
    this.service = DefaultWorkloadsService.create({
      resolver: EntityResolver.create({
        models,
        bindings,
        reader: this.cache,
      }),
      live: this.#live,
      projection,
      revisions: Revisions.create('model'),
      clock,
      shutdown: this.#shutdown.signal,
    });
  }

  start(): void {
    this.cache.start();
  }

  async stop(): Promise<void> {
    this.#shutdown.abort();
    this.#live.stop();
    await this.cache.stop();
  }
}
