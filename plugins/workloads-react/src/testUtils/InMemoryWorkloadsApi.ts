import { NotFoundError } from '@backstage/errors';
import {
  CallOptions,
  Change,
  ChangePage,
  ChangesQuery,
  Cluster,
  ClusterCheck,
  ClusterRoom,
  ClusterStatus,
  ComponentRow,
  Environment,
  EventPage,
  EventsQuery,
  LiveObject,
  ObjectLocation,
  OpenResult,
  StreamRecord,
  UnclaimedNamespace,
  Workload,
  WorkloadDetail,
  workloadId,
  WorkloadEvent,
  WorkloadIdentity,
  WorkloadsApi,
  WorkloadsFilter,
  WorkloadSnapshot,
} from '@domaindeck/backstage-plugin-workloads-common';
import { RecordQueue } from './RecordQueue';

/**
 * What an {@link InMemoryWorkloadsApi} holds. Everything may be left out.
 * @public
 */
export interface InMemoryWorld {
  /** Cluster states as every answer carries them; taken from `inspect` where absent. */
  clusters?: ClusterStatus[];
  environments?: Environment[];
  components?: ComponentRow[];
  workloads?: Workload[];
  events?: WorkloadEvent[];
  /** Newest first. */
  changes?: Change[];
  /** Details by workload id; a workload without an entry has a bare detail of its own. */
  details?: Record<string, Partial<WorkloadDetail>>;
  /** Live objects by `cluster/namespace/resource/name`. */
  objects?: Record<string, LiveObject>;
  /** Clusters as the Clusters page sees them. */
  inspect?: Cluster[];
  /** Checks by cluster name. */
  checks?: Record<string, ClusterCheck>;
  unclaimed?: UnclaimedNamespace[];
}

type Method = keyof WorkloadsApi;
/** A record as a test writes it: the revision is counted by the fake. */
type PushedRecord =
  | { type: 'upsert'; item: Workload }
  | { type: 'delete'; id: string }
  | { type: 'cluster'; cluster: ClusterStatus }
  | { type: 'heartbeat' }
  | Extract<StreamRecord, { type: 'reset' | 'end' }>;

/**
 * The contract of the `workloads` backend in memory, for tests and development apps: one entity's world, whatever entity
 * is asked for. {@link InMemoryWorkloadsApi.push} changes it and tells every open stream.
 * @public
 */
export class InMemoryWorkloadsApi implements WorkloadsApi {
  readonly #world: Required<InMemoryWorld>;
  readonly #failures = new Map<Method, Error>();
  readonly #streams = new Set<RecordQueue>();
  readonly #history: StreamRecord[] = [];
  readonly #calls: Method[] = [];
  #revision = 0;

  static create(world: InMemoryWorld = {}): InMemoryWorkloadsApi {
    return new InMemoryWorkloadsApi(world);
  }

  private constructor(world: InMemoryWorld) {
    this.#world = {
      clusters: world.inspect ?? [],
      environments: [],
      components: [],
      workloads: [],
      events: [],
      changes: [],
      details: {},
      objects: {},
      inspect: [],
      checks: {},
      unclaimed: [],
      ...world,
    };
  }

  /** The calls so far, in order. */
  calls(): readonly Method[] {
    return this.#calls;
  }

  /** How many streams are open. */
  openStreams(): number {
    return this.#streams.size;
  }

  /** Makes a method throw until {@link InMemoryWorkloadsApi.mend} is called; an open stream breaks with the error. */
  fail(method: Method, error: Error): void {
    this.#failures.set(method, error);
    if (method === 'streamWorkloads') {
      [...this.#streams].forEach(stream => stream.break(error));
    }
  }

  /** Makes a method work again. */
  mend(method: Method): void {
    this.#failures.delete(method);
  }

  /** Replaces parts of the world without telling the streams; what the next question of a page gets. */
  set(world: InMemoryWorld): void {
    Object.assign(this.#world, world);
  }

  /** Changes the world and sends the record to every open stream. */
  push(record: PushedRecord): void {
    const world = this.#world;
    switch (record.type) {
      case 'upsert':
        world.workloads = world.workloads.some(w => w.id === record.item.id)
          ? world.workloads.map(w =>
              w.id === record.item.id ? record.item : w,
            )
          : [...world.workloads, record.item];
        break;
      case 'delete':
        world.workloads = world.workloads.filter(w => w.id !== record.id);
        break;
      case 'cluster':
        world.clusters = world.clusters.map(c =>
          c.name === record.cluster.name ? record.cluster : c,
        );
        break;
      default:
    }
    const sent = this.#stamp(record);
    if ('revision' in sent) {
      this.#history.push(sent);
    }
    [...this.#streams].forEach(stream => stream.put(sent));
  }

  async getClusters(_options?: CallOptions): Promise<{ items: Cluster[] }> {
    this.#called('getClusters');
    return { items: this.#world.inspect };
  }

  async getClusterCheck(cluster: string): Promise<ClusterCheck> {
    this.#called('getClusterCheck');
    return found(this.#world.checks[cluster]);
  }

  async getClusterRoom(cluster: string): Promise<ClusterRoom> {
    this.#called('getClusterRoom');
    const { name, state, asOf } = found(
      this.#world.inspect.find(one => one.name === cluster),
    );
    return {
      cluster: name,
      state,
      asOf,
      allocatable: { cpu: 0, memory: 0, pods: 0 },
      namespaces: [],
    };
  }

  async getUnclaimedNamespaces(): Promise<{ items: UnclaimedNamespace[] }> {
    this.#called('getUnclaimedNamespaces');
    return { items: this.#world.unclaimed };
  }

  async getEnvironments(
    _entityRef: string,
  ): Promise<{ items: Environment[]; clusters: ClusterStatus[] }> {
    this.#called('getEnvironments');
    return {
      items: this.#world.environments,
      clusters: this.#world.clusters,
    };
  }

  async getWorkloads(
    _entityRef: string,
    _filter?: WorkloadsFilter,
  ): Promise<WorkloadSnapshot> {
    this.#called('getWorkloads');
    return {
      revision: String(this.#revision),
      clusters: this.#world.clusters,
      items: this.#world.workloads,
      components: this.#world.components,
    };
  }

  async *streamWorkloads(
    _entityRef: string,
    request: { revision: string; poll?: boolean },
    options?: CallOptions,
  ): AsyncGenerator<StreamRecord> {
    this.#called('streamWorkloads');
    const missed = this.#history.filter(
      record =>
        'revision' in record &&
        Number(record.revision) > Number(request.revision),
    );
    const queue = RecordQueue.of(missed);
    const close = () => queue.close();
    options?.signal?.addEventListener('abort', close);
    this.#streams.add(queue);
    try {
      yield* queue.read();
    } finally {
      this.#streams.delete(queue);
      options?.signal?.removeEventListener('abort', close);
    }
  }

  async getEvents(
    _entityRef: string,
    query: EventsQuery = {},
  ): Promise<EventPage> {
    this.#called('getEvents');
    const items = this.#world.events.filter(
      event =>
        (!query.type || event.type === query.type) &&
        (!query.workload || event.workload === query.workload) &&
        (!query.since || (event.lastAt ?? '') >= query.since),
    );
    return {
      items: items.slice(0, query.limit ?? 100),
      clusters: this.#world.clusters,
    };
  }

  async getChanges(
    _entityRef: string,
    query: ChangesQuery = {},
  ): Promise<ChangePage> {
    this.#called('getChanges');
    const items = this.#world.changes.filter(
      change =>
        (!query.type || change.type === query.type) &&
        (!query.workload || change.workload === query.workload) &&
        (!query.since || change.at >= query.since),
    );
    return {
      items: items.slice(0, query.limit ?? 100),
      clusters: this.#world.clusters,
    };
  }

  async getWorkload(identity: WorkloadIdentity): Promise<WorkloadDetail> {
    this.#called('getWorkload');
    const id = workloadId(identity);
    const workload = found(this.#world.workloads.find(w => w.id === id));
    const environment = found(
      this.#world.environments.find(
        e => e.ref === `${identity.cluster}/${identity.namespace}`,
      ),
    );
    return {
      workload,
      environment,
      cluster: found(
        this.#world.clusters.find(c => c.name === identity.cluster),
      ),
      conditions: [],
      releases: [],
      owners: [],
      resource: {
        group: 'apps',
        version: 'v1',
        resource: `${identity.kind.toLocaleLowerCase('en-US')}s`,
      },
      ...this.#world.details[id],
    };
  }

  async getObject(location: ObjectLocation): Promise<LiveObject> {
    this.#called('getObject');
    const { cluster, namespace, resource, name } = location;
    return found(
      this.#world.objects[`${cluster}/${namespace}/${resource}/${name}`],
    );
  }

  async open(place: {
    cluster: string;
    namespace: string;
    name?: string;
  }): Promise<OpenResult> {
    this.#called('open');
    const environment = found(
      this.#world.environments.find(
        e => e.ref === `${place.cluster}/${place.namespace}`,
      ),
    );
    const [, kind, namespace, name] =
      /^([^:]+):([^/]+)\/(.+)$/.exec(environment.domainRef) ?? [];
    return {
      entityRef: environment.domainRef,
      path: `/catalog/${namespace}/${kind}/${name}/workloads`,
    };
  }

  #called(method: Method): void {
    this.#calls.push(method);
    const failure = this.#failures.get(method);
    if (failure) {
      throw failure;
    }
  }

  #stamp(record: PushedRecord): StreamRecord {
    if (record.type === 'reset' || record.type === 'end') {
      return record;
    }
    this.#revision += 1;
    const revision = String(this.#revision);
    return record.type === 'heartbeat'
      ? { ...record, revision, at: new Date(0).toISOString() }
      : { ...record, revision };
  }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new NotFoundError('No such thing in this world');
  }
  return value;
}
