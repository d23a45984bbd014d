import { KubernetesObject } from '../model/KubernetesObject';
import { findResource } from '../model/resourceTypes';
import { ResourceType } from '../model/ResourceType';
import { Pod, ReplicatedWorkload } from '../player/objects';
import { Change } from '../store/ChangeHistory';
import { ObjectStore } from '../store/ObjectStore';
import { endedRunsOf, lifeOf } from './lifeOf';
import { LifeRun, PodLife } from './PodLife';
import { DemoQuota } from './quotaOf';
import { DemoClaim } from './volumeOf';

/** How long what has ended is remembered. */
export const USAGE_HOURS = 24;
const KEEP_MS = USAGE_HOURS * 3_600_000;
/** Changes between two looks for what is too old. */
const LOOK_EVERY = 500;
/** Kinds whose number of pods somebody decides. */
const SCALED = ['Deployment', 'StatefulSet'] as const;

/** How many pods a workload wanted, and from when on in milliseconds since 1970; oldest first. */
export interface WantedPods {
  readonly kind: string;
  readonly name: string;
  readonly wanted: readonly { readonly at: number; readonly count: number }[];
}

interface QuotaSpec {
  readonly hard?: DemoQuota['hard'];
  readonly scopes?: unknown;
  readonly scopeSelector?: unknown;
}

interface Past {
  readonly namespace: string;
  readonly runs: Map<string, LifeRun[]>;
  /** The life of a pod that is gone. */
  gone?: PodLife;
}

/**
 * What a store of measures would know of pods: runs that have ended, pods that are gone, other numbers of replicas. What
 * is there now is read from the objects, so that a cluster in which nothing happens costs nothing here.
 */
export class UsageArchive {
  readonly #store: ObjectStore;
  readonly #clock: () => number;
  readonly #pasts = new Map<string, Past>();
  readonly #scalings = new Map<string, { at: number; count: number }[]>();
  #changes = 0;
  #isPast = true;

  static create(store: ObjectStore, clock: () => number): UsageArchive {
    return new UsageArchive(store, clock);
  }

  private constructor(store: ObjectStore, clock: () => number) {
    this.#store = store;
    this.#clock = clock;
  }

  /** The days before the start are played: from here on what is noticed happens now. */
  begin(): void {
    this.#isPast = false;
  }

  /** Notices what became of an object. */
  notice(type: ResourceType, change: Change): void {
    if (type.kind === 'Pod') {
      this.#noticePod(change);
    } else if (SCALED.some(kind => kind === type.kind) && !this.#isPast) {
      this.#noticeScaling(change);
    }
  }

  /** The pods of a namespace that are there, and those that were. */
  lives(namespace: string): PodLife[] {
    this.#forgetOld();
    const living = this.#list('pods', namespace).map(object => {
      const pod = object as Pod;
      return lifeOf(pod, this.#pasts.get(pod.metadata.uid ?? '')?.runs);
    });
    const known = new Set(living.map(({ uid }) => uid));
    const gone = [...this.#pasts.values()].flatMap(past =>
      past.namespace === namespace && past.gone && !known.has(past.gone.uid)
        ? [past.gone]
        : [],
    );
    return [...gone, ...living];
  }

  /** How many pods the workloads of a namespace want and wanted. */
  wantedPods(namespace: string): WantedPods[] {
    return SCALED.flatMap(kind => {
      const type = findResource('apps', 'v1', `${kind.toLowerCase()}s`);
      return (type ? this.#store.list(type, namespace) : []).map(
        ({ object }) => {
          const { metadata, spec } = object as ReplicatedWorkload;
          const at = Date.parse(metadata.creationTimestamp ?? '');
          return {
            kind,
            name: metadata.name,
            wanted: this.#scalings.get(metadata.uid ?? '') ?? [
              { at, count: spec.replicas },
            ],
          };
        },
      );
    });
  }

  /** The claims of a namespace. */
  claims(namespace: string): DemoClaim[] {
    return this.#list('persistentvolumeclaims', namespace).map(
      ({ metadata }) => ({
        name: metadata.name,
        uid: metadata.uid ?? '',
        createdAt: Date.parse(metadata.creationTimestamp ?? ''),
      }),
    );
  }

  /** The quotas of a namespace that are enforced. */
  quotas(namespace: string): DemoQuota[] {
    return this.#list('resourcequotas', namespace)
      .map(({ spec }) => spec as QuotaSpec)
      .filter(({ scopes, scopeSelector }) => !scopes && !scopeSelector)
      .map(({ hard = {} }) => ({ hard }));
  }

  #list(resource: string, namespace: string): KubernetesObject[] {
    const type = findResource('', 'v1', resource);
    return (type ? this.#store.list(type, namespace) : []).map(
      ({ object }) => object,
    );
  }

  #noticePod({ type, current }: Change): void {
    const pod = current.object as Pod;
    const { uid = '', namespace = '', deletionTimestamp } = pod.metadata;
    for (const { name } of pod.spec.containers) {
      for (const run of endedRunsOf(pod, name)) {
        const { runs } = this.#pastOf(uid, namespace);
        const known = runs.get(name) ?? [];
        if (!known.some(({ startedAt }) => startedAt === run.startedAt)) {
          runs.set(name, [...known, run]);
        }
      }
    }
    if (type === 'DELETED') {
      const past = this.#pastOf(uid, namespace);
      const at = Date.parse(deletionTimestamp ?? '');
      const end = Number.isNaN(at) ? this.#clock() : at;
      past.gone = lifeOf(pod, past.runs, end);
    }
    this.#changes += 1;
    if (this.#changes % LOOK_EVERY === 0) {
      this.#forgetOld();
    }
  }

  #noticeScaling({ type, current, previous }: Change): void {
    const { metadata, spec } = current.object as ReplicatedWorkload;
    const uid = metadata.uid ?? '';
    if (type === 'DELETED') {
      this.#scalings.delete(uid);
      return;
    }
    const before = (previous?.object as ReplicatedWorkload | undefined)?.spec
      .replicas;
    if (before === undefined || before === spec.replicas) {
      return;
    }
    const at = Date.parse(metadata.creationTimestamp ?? '');
    const known = this.#scalings.get(uid) ?? [{ at, count: before }];
    known.push({ at: this.#clock(), count: spec.replicas });
    this.#scalings.set(uid, known);
  }

  #pastOf(uid: string, namespace: string): Past {
    const known = this.#pasts.get(uid);
    if (known) {
      return known;
    }
    const past: Past = { namespace, runs: new Map() };
    this.#pasts.set(uid, past);
    return past;
  }

  #forgetOld(): void {
    const oldest = this.#clock() - KEEP_MS;
    for (const [uid, { runs, gone }] of this.#pasts) {
      if (gone?.endedAt !== undefined && gone.endedAt < oldest) {
        this.#pasts.delete(uid);
      }
      for (const [name, known] of runs) {
        const kept = known.filter(({ endedAt = Infinity }) => endedAt > oldest);
        if (kept.length < known.length) {
          runs.set(name, kept);
        }
      }
    }
    for (const known of this.#scalings.values()) {
      while (known.length > 1 && known[1].at < oldest) {
        known.shift();
      }
    }
  }
}
