import {
  ClusterGuard,
  EnvironmentDrift,
  EnvironmentPage,
  EnvironmentRecord,
  EnvironmentsApi,
  EnvironmentsCallOptions,
  EnvironmentsFilter,
  EnvironmentsPageQuery,
  HistoryEntry,
  HistoryPage,
  Options,
  Plan,
  PlanRequest,
  Step,
  VersionPage,
  VersionsQuery,
  WatchRecord,
  WatchRequest,
} from '@domaindeck/backstage-plugin-environments-common';
import { RecordQueue } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { EnvironmentsWorld } from './EnvironmentsWorld';
import { fakePlan } from './fakePlan';
import { fakeVersions } from './fakeVersions';
import { quotaOf } from './fakeWarnings';
import { FakeStore } from './FakeStore';
import { stopWork } from './fakeWork';

type Method = keyof EnvironmentsApi;

/**
 * The half of the fake that reads and that tests drive.
 * @public
 */
export abstract class InMemoryReads {
  protected readonly store: FakeStore;
  protected readonly now: () => number;
  readonly #failures = new Map<Method, Error>();
  readonly #calls: { method: Method; args: readonly unknown[] }[] = [];

  protected constructor(world: EnvironmentsWorld, now: () => number) {
    this.store = new FakeStore(world, now);
    this.now = now;
  }

  /** What there is at present. */
  get world(): EnvironmentsWorld {
    return this.store.world;
  }

  /** The calls so far, in order, with what they were given. */
  calls(
    method?: Method,
  ): readonly { method: Method; args: readonly unknown[] }[] {
    return this.#calls.filter(one => !method || one.method === method);
  }

  /** How many streams are open. */
  openStreams(): number {
    return this.store.streams.size;
  }

  /** Makes a method throw until {@link InMemoryEnvironmentsApi.mend} is called; an open stream breaks with the error. */
  fail(method: Method, error: Error): void {
    this.#failures.set(method, error);
    if (method === 'watch') {
      [...this.store.streams].forEach(stream => stream.queue.break(error));
    }
  }

  /** Makes a method work again. */
  mend(method: Method): void {
    this.#failures.delete(method);
  }

  /** Goes on with the work on an environment by so many steps. */
  work(id: string, times = 1): void {
    for (let i = 0; i < times; i++) {
      this.store.advance(id);
    }
  }

  /** Goes on until nothing is left to do. */
  finish(id: string): void {
    this.work(id, 20);
  }

  /** Stops the work on an environment at the step that runs. */
  stop(id: string, problem: NonNullable<EnvironmentRecord['problem']>): void {
    this.store.putWork(stopWork(this.store.workOf(id), problem));
  }

  /** Changes a record as the cluster or another person would. */
  put(id: string, part: Partial<EnvironmentRecord>): void {
    this.store.put({ ...this.store.recordOf(id), ...part });
  }

  /** Changes the running step as the cluster would. */
  putStep(id: string, step: Step): void {
    const { steps } = this.store.workOf(id);
    this.store.putSteps(
      id,
      steps.map(one => (one.step === step.step ? step : one)),
    );
  }

  /** Writes a line into the history of an environment. */
  note(id: string, entry: Omit<HistoryEntry, 'id' | 'at' | 'parts'>): void {
    this.store.note(id, entry);
  }

  async getOptions(query: {
    domain: string;
    cluster?: string;
    baseline?: string;
  }): Promise<Options> {
    this.called('getOptions', query);
    const { world } = this.store;
    this.store.checkSeen();
    const cluster = query.cluster ?? world.clusters[0]?.name;
    return {
      domain: world.domain,
      clusters: world.clusters.map(one => ({
        ...one,
        mayCreate: one.mayCreate && world.role !== 'viewer',
      })),
      ...(cluster ? { cluster } : {}),
      ...(world.clusters[0]?.baselines[0]
        ? { baseline: world.clusters[0].baselines[0].ref }
        : {}),
      services: world.services,
      edges: world.edges,
      relationsKnown: world.relationsKnown,
      sizes: world.sizes,
      lives: world.lives,
      maxLife: world.maxLife,
      quota: quotaOf(world, 0),
      holders: world.environments.map(one => ({
        id: one.id,
        name: one.name,
        creator: one.creator,
        size: one.specification.size,
        expiresAt: one.expiresAt,
      })),
      hiddenHolders: world.hidden,
      ...(world.currency ? { currency: world.currency } : {}),
      ...(world.clusterUse === undefined
        ? {}
        : { clusterUse: world.clusterUse }),
      sleepWhenUnused: world.sleepWhenUnused,
      ...(world.hostTemplate ? { hostTemplate: world.hostTemplate } : {}),
    };
  }

  async getGuards(): Promise<{ items: ClusterGuard[] }> {
    this.called('getGuards');
    return { items: this.store.world.guards };
  }

  async getVersions(query: VersionsQuery): Promise<VersionPage> {
    this.called('getVersions', query);
    this.store.checkSeen();
    return fakeVersions(this.store.world, query);
  }

  async plan(request: PlanRequest): Promise<Plan> {
    this.called('plan', request);
    this.store.checkSeen();
    return fakePlan(this.store.world, request, this.now());
  }

  async getEnvironments(
    query: EnvironmentsFilter & EnvironmentsPageQuery = {},
  ): Promise<EnvironmentPage> {
    this.called('getEnvironments', query);
    const items = this.store
      .visible()
      .filter(
        one =>
          (!query.domain || one.domain === query.domain) &&
          (!query.owner ||
            one.creator === query.owner ||
            one.collaborators.includes(query.owner)) &&
          (!query.state || query.state.includes(one.state)) &&
          (!query.q || one.name.includes(query.q)),
      );
    return { items, total: items.length };
  }

  async getEnvironment(id: string): Promise<EnvironmentRecord> {
    this.called('getEnvironment', id);
    return this.store.recordOf(id);
  }

  async getSteps(id: string): Promise<{ items: Step[] }> {
    this.called('getSteps', id);
    return { items: [...this.store.workOf(id).steps] };
  }

  async getHistory(
    id: string,
    query: EnvironmentsPageQuery = {},
  ): Promise<HistoryPage> {
    this.called('getHistory', id, query);
    this.store.recordOf(id);
    const all = this.store.world.history[id] ?? [];
    const from = Number(query.cursor ?? 0);
    const to = from + (query.limit ?? 50);
    return {
      items: all.slice(from, to),
      total: all.length,
      ...(to < all.length ? { nextCursor: String(to) } : {}),
    };
  }

  async getDrift(id: string): Promise<EnvironmentDrift> {
    this.called('getDrift', id);
    this.store.recordOf(id);
    return this.store.driftOf(id);
  }

  async *watch(
    request: WatchRequest,
    options?: EnvironmentsCallOptions,
  ): AsyncGenerator<WatchRecord> {
    this.called('watch', request);
    const queue = RecordQueue.of(this.store.present(request));
    const stream = { request, queue };
    const close = () => queue.close();
    options?.signal?.addEventListener('abort', close);
    this.store.streams.add(stream);
    try {
      yield* queue.read();
    } finally {
      this.store.streams.delete(stream);
      options?.signal?.removeEventListener('abort', close);
    }
  }

  protected called(method: Method, ...args: unknown[]): void {
    this.#calls.push({ method, args });
    const failure = this.#failures.get(method);
    if (failure) {
      throw failure;
    }
  }
}
