import { isDeepStrictEqual } from 'node:util';
import {
  ClusterStatus,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { CacheChange, ClusterReader } from '../cache/types';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import {
  BindingResolver,
  CatalogModelSource,
  createComponentMatcher,
} from '../entities';
import { NamespaceRows, Projection } from '../projection/types';
import { assignComponents } from './assignComponents';
import { Beat } from './Beat';
import { ChangeLog } from './ChangeLog';
import { namespaceRows } from './namespaceRows';
import { SequencedChange } from './types';

/** Changes kept for streams that resume: some minutes of a busy company. */
const LOG_CAPACITY = 10_000;
/**
 * Milliseconds between two looks at what has changed, for all streams together. Readers who are told at the same moment
 * stand at the same place, and share what is sent; an eye takes ten pictures a second for movement.
 */
const BEAT = 100;
/** How long the event loop may be held by projecting, in milliseconds. */
const SLICE = 20;
/** A namespace that nobody asked for in so many milliseconds is forgotten, to give its memory back. */
const IDLE = 300_000;
/** Milliseconds between two looks for what is idle or was projected long ago. */
const SWEEP = 1_000;
/** Health also follows the clock (a crash is forgiven after some time), so a projection lasts at most so many ms. */
const LIFE = 60_000;

interface Entry {
  readonly cluster: string;
  readonly namespace: string;
  items: ReadonlyMap<string, Workload>;
  usedAt: number;
  projectedAt: number;
}

/** What is needed of the rest of the plugin. */
export interface LiveWorkloadsOptions {
  readonly reader: ClusterReader;
  readonly projection: Projection;
  readonly bindings: BindingResolver;
  readonly models: CatalogModelSource;
  readonly clock: Clock;
  /** Hands the event loop back for a moment. */
  readonly pause: () => Promise<void>;
}

/**
 * The projected workloads of the namespaces that somebody looks at, made once for all viewers, and the log of how they
 * change. Projecting is put off until a request or a stream needs it.
 */
export class LiveWorkloads {
  readonly #options: LiveWorkloadsOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #dirty = new Set<string>();
  readonly #log = ChangeLog.create(LOG_CAPACITY);
  readonly #listeners = new Set<() => void>();
  readonly #statuses = new Map<string, ClusterStatus>();
  readonly #unsubscribe: () => void;
  readonly #beat: Beat;
  #fingerprint?: string;
  #settling = false;
  #told = 0;
  #sweptAt = Number.NEGATIVE_INFINITY;

  static create(options: LiveWorkloadsOptions): LiveWorkloads {
    return new LiveWorkloads(options);
  }

  private constructor(options: LiveWorkloadsOptions) {
    this.#options = options;
    this.#beat = Beat.create({
      clock: options.clock,
      interval: BEAT,
      onBeat: () => this.#onBeat(),
    });
    this.#unsubscribe = options.reader.subscribe(changes =>
      this.#onChanges(changes),
    );
  }

  stop(): void {
    this.#unsubscribe();
    this.#listeners.clear();
    this.#beat.stop();
  }

  /** The sequence of the latest change. */
  get sequence(): number {
    return this.#log.sequence;
  }

  /** The workloads of a namespace as they are now, in the order of the projection. */
  workloads(cluster: string, namespace: string): readonly Workload[] {
    this.#noticeCatalog();
    const key = `${cluster}/${namespace}`;
    const now = this.#options.clock.now().getTime();
    const known = this.#entries.get(key);
    if (known) {
      known.usedAt = now;
      if (this.#dirty.has(key) || known.projectedAt <= now - LIFE) {
        this.#settle(key, known);
      }
      return [...known.items.values()];
    }
    const entry: Entry = {
      cluster,
      namespace,
      items: this.#project(cluster, namespace),
      usedAt: now,
      projectedAt: now,
    };
    this.#entries.set(key, entry);
    return [...entry.items.values()];
  }

  /** What the cache holds of a namespace, for details that are made on demand. */
  rows(cluster: string, namespace: string): NamespaceRows {
    return namespaceRows(this.#options.reader, cluster, namespace);
  }

  /** The changes after a sequence; undefined when they are no longer known. */
  since(sequence: number): SequencedChange[] | undefined {
    return this.#log.since(sequence);
  }

  /**
   * Tells a stream that there may be changes. While somebody listens, changes are looked for at once after a quiet time,
   * and ten times a second in a busy one.
   * @returns the way to stop
   */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#dirty.size > 0) {
      this.#beat.ask();
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) {
        this.#beat.stop();
      }
    };
  }

  #onChanges(changes: readonly CacheChange[]): void {
    for (const change of changes) {
      if (change.type === 'cluster') {
        this.#noticeCluster(change.cluster);
      } else {
        const namespace =
          change.resource === 'namespaces' ? change.name : change.namespace;
        this.#markDirty(`${change.cluster}/${namespace}`);
      }
    }
    this.#sweep();
    if (this.#dirty.size > 0) {
      this.#beat.ask();
    }
  }

  #markDirty(key: string): void {
    if (this.#entries.has(key)) {
      this.#dirty.add(key);
    }
  }

  #noticeCluster(name: string): void {
    const status = this.#options.reader.facts(name)?.status;
    const before = this.#statuses.get(name);
    // Each probe moves asOf; alone that is no news.
    if (!status || (before && sameButTime(before, status))) {
      return;
    }
    this.#statuses.set(name, status);
    this.#log.append({ type: 'cluster', status });
    if (before?.state !== status.state) {
      for (const [key, { cluster }] of this.#entries) {
        if (cluster === name) {
          this.#dirty.add(key);
        }
      }
    }
    this.#beat.ask();
  }

  #noticeCatalog(): void {
    const fingerprint = this.#options.models.latest()?.fingerprint;
    if (fingerprint !== this.#fingerprint) {
      this.#fingerprint = fingerprint;
      [...this.#entries.keys()].forEach(key => this.#dirty.add(key));
      if (this.#dirty.size > 0 && !this.#settling) {
        this.#beat.ask();
      }
    }
  }

  /** Every probe of a cluster is a change of the cache, so this is called some times a minute at least. */
  #sweep(): void {
    const now = this.#options.clock.now().getTime();
    if (now - this.#sweptAt < SWEEP) {
      return;
    }
    this.#sweptAt = now;
    for (const [key, entry] of this.#entries) {
      if (entry.usedAt < now - IDLE) {
        this.#forget(key, entry);
      } else if (entry.projectedAt <= now - LIFE) {
        this.#dirty.add(key);
      }
    }
  }

  #onBeat(): void {
    if (this.#listeners.size === 0 || this.#settling) {
      return;
    }
    this.#settling = true;
    this.#settleAll().finally(() => {
      this.#settling = false;
      this.#tell();
      if (this.#dirty.size > 0 && this.#listeners.size > 0) {
        this.#beat.ask();
      }
    });
  }

  async #settleAll(): Promise<void> {
    const { clock, pause } = this.#options;
    this.#noticeCatalog();
    let sliceStart = clock.now().getTime();
    for (const key of [...this.#dirty]) {
      const entry = this.#entries.get(key);
      if (entry && this.#dirty.has(key)) {
        this.#settle(key, entry);
      }
      if (clock.now().getTime() - sliceStart >= SLICE) {
        await pause();
        sliceStart = clock.now().getTime();
      }
    }
  }

  #settle(key: string, entry: Entry): void {
    this.#dirty.delete(key);
    const { cluster, namespace } = entry;
    const before = entry.items;
    const after = this.#project(cluster, namespace);
    entry.projectedAt = this.#options.clock.now().getTime();
    const sequence = this.#log.sequence;
    // Unchanged workloads keep their object, so that memory and later comparisons stay small.
    const items = new Map<string, Workload>();
    for (const [id, item] of after) {
      const old = before.get(id);
      const same = old !== undefined && isDeepStrictEqual(old, item);
      items.set(id, same ? old : item);
      if (old && old.componentRef !== item.componentRef) {
        this.#log.append({ type: 'gap', cluster, namespace });
      }
      if (!same) {
        this.#log.append({ type: 'upsert', item });
      }
    }
    for (const id of before.keys()) {
      if (!after.has(id)) {
        this.#log.append({ type: 'delete', cluster, namespace, id });
      }
    }
    entry.items = items;
    if (this.#log.sequence !== sequence && !this.#settling) {
      this.#beat.ask();
    }
  }

  #project(cluster: string, namespace: string): Map<string, Workload> {
    const { projection, bindings, models, clock } = this.#options;
    const rows = this.rows(cluster, namespace);
    const domainRef = bindings.environmentAt(cluster, namespace)?.domainRef;
    const components =
      (domainRef && models.latest()?.componentsOf(domainRef)) || [];
    const workloads = assignComponents(
      projection.projectNamespace(rows, clock.now()),
      rows,
      createComponentMatcher(components),
    );
    return new Map(workloads.map(workload => [workload.id, workload]));
  }

  #forget(key: string, { cluster, namespace }: Entry): void {
    this.#entries.delete(key);
    this.#dirty.delete(key);
    this.#log.append({ type: 'gap', cluster, namespace });
  }

  #tell(): void {
    if (this.#told !== this.#log.sequence) {
      this.#told = this.#log.sequence;
      this.#listeners.forEach(listener => listener());
    }
  }
}

function sameButTime(a: ClusterStatus, b: ClusterStatus): boolean {
  return (
    a.state === b.state && a.reason === b.reason && a.retryAt === b.retryAt
  );
}
