import {
  EnvironmentProblem,
  EnvironmentRecord,
  EnvironmentState,
  HistoryEntry,
  Operation,
  Specification,
  Step,
  TrafficStatus,
} from '@domaindeck/backstage-plugin-environments-common';
import { Manifest, Snapshot } from '../clone';

/** What a list shows of an environment beside its row, as it was seen last. */
export type SeenEnvironment = Pick<
  EnvironmentRecord,
  'services' | 'addresses' | 'pendingSecrets' | 'driftCounts'
> & {
  /** When the cluster was seen; RFC 3339. */
  readonly asOf?: string;
  readonly clusterSilent?: boolean;
  /** Of the baseline and the environment as they were when drift was counted; another one means that it may have changed. */
  readonly driftPrint?: string;
  /** Whether it can be told that it is unused; undefined while that was not asked. */
  readonly traffic?: TrafficStatus;
  /** What its services ask for: cores and bytes. */
  readonly requested: { readonly cores: number; readonly memory: number };
};

/** One environment as it is kept. Times are milliseconds since the epoch. */
export interface StoredEnvironment {
  readonly id: string;
  readonly name: string;
  /** Full ref. */
  readonly domain: string;
  readonly cluster: string;
  readonly tier: string;
  readonly namespace: string;
  /** Of the namespace that we made; nothing is done to another one of its name. */
  readonly namespaceUid?: string;
  /** `cluster/namespace`. */
  readonly baseline: string;
  readonly state: EnvironmentState;
  readonly operation: Operation;
  readonly creator: string;
  /** The group in whose limit it counts. */
  readonly owner?: string;
  readonly collaborators: readonly string[];
  readonly specification: Specification;
  /** Counts changes of the specification. */
  readonly generation: number;
  /** Counts everything that people ask of it; a worker that began with another one stops. */
  readonly wish: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly readyAt?: number;
  readonly expiresAt: number;
  readonly pinned: boolean;
  readonly asleepSince?: number;
  /** How long it was awake before it last fell asleep or woke, for what it cost so far. */
  readonly awakeMs: number;
  /** Since when it runs; undefined while it does not. */
  readonly awakeSince?: number;
  readonly lastUsed?: { readonly at: number; readonly by?: string };
  readonly problem?: EnvironmentProblem;
  readonly seen: SeenEnvironment;
  /** Names of Secrets whose values were given by hand. */
  readonly givenSecrets: readonly string[];
  /** Milliseconds before the end for which a notice went out, and for which end. */
  readonly notices: {
    readonly expiresAt: number;
    readonly sent: readonly number[];
  };
  /** Raised by every write, of steps and history too. */
  readonly version: number;
  /** When a worker should look next; undefined: never. */
  readonly dueAt?: number;
}

/** What the planner gave and a worker applies. Large, so it is read only where it is needed. Holds no secret value. */
export interface PlanMaterial {
  readonly snapshot: Snapshot;
  readonly desired: readonly Manifest[];
  readonly waves: readonly (readonly string[])[];
  /** Keyed hashes of copied secrets, by name. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** The right of one worker to one environment. */
export interface Lease {
  readonly environmentId: string;
  readonly worker: string;
  /** Another one for each claim. */
  readonly token: string;
  /** As it was claimed. */
  readonly wish: number;
}

/** What a worker takes. */
export interface ClaimedEnvironment {
  readonly environment: StoredEnvironment;
  readonly lease: Lease;
  /** When it was claimed by the clock of the database, which is the one that all workers go by. Milliseconds since the epoch. */
  readonly at: number;
}

/** What a lease is worth now. `changed`: somebody asked for something else; stop and give it back. */
export type LeaseState = 'held' | 'changed' | 'lost';

/** A thing that happened, before it has an id. */
export type NewHistoryEntry = Omit<HistoryEntry, 'id' | 'at'>;

/** Everything that is written together or not at all. */
export interface EnvironmentChange {
  readonly fields?: Partial<
    Omit<StoredEnvironment, 'id' | 'createdAt' | 'version' | 'wish'>
  > & {
    /** Names of fields that are no longer there. */
    readonly unset?: readonly (
      | 'problem'
      | 'asleepSince'
      | 'awakeSince'
      | 'dueAt'
      | 'namespaceUid'
    )[];
  };
  /** Replaces the steps of the work that goes on. */
  readonly steps?: readonly Step[];
  readonly history?: readonly NewHistoryEntry[];
  readonly material?: PlanMaterial;
}

/** Who may write: a person who has read a version, or a worker that holds a lease. */
export type WriteGuard =
  | { readonly version: number }
  | { readonly lease: Lease };

/** How many environments there may be; those in the state `gone` do not count. */
export interface CountLimits {
  readonly person?: number;
  readonly group?: number;
  readonly domain?: number;
}

/** How many there are. */
export interface Counts {
  readonly person: number;
  readonly group: number;
  readonly domain: number;
}

/** Why nothing was created. */
export type CreateRefusal =
  | { readonly refused: 'name-taken' | 'namespace-taken' }
  | {
      readonly refused: 'quota-person' | 'quota-group' | 'quota-domain';
      readonly used: number;
      readonly limit: number;
    };

/**
 * A filter of records as a tree, made of conditions of the permission framework; applied by the database, so that a page
 * is full whoever asks.
 */
export type RecordFilter =
  | { readonly allOf: readonly RecordFilter[] }
  | { readonly anyOf: readonly RecordFilter[] }
  | { readonly not: RecordFilter }
  | {
      readonly field:
        | 'domain'
        | 'cluster'
        | 'namespace'
        | 'tier'
        | 'creator'
        | 'owner'
        | 'id';
      readonly values: readonly string[];
    }
  | { readonly collaborators: readonly string[] };

/** What of the records is listed. */
export interface ListQuery {
  /** Absent: all. */
  readonly filter?: RecordFilter;
  readonly domain?: string;
  /** Creator or collaborator. */
  readonly person?: string;
  /** Without it all but `gone`. */
  readonly states?: readonly EnvironmentState[];
  /** Contained in the name, a service or the creator, whatever the case. */
  readonly text?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** A page of something. */
export interface StoredPage<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly nextCursor?: string;
}

/**
 * The durable side of environments. Every method that writes is one transaction. Time of leases is the database's own, so
 * that the clocks of several backends may differ.
 *
 * @throws ServiceUnavailableError when the database does not answer
 */
export interface EnvironmentStore {
  /**
   * @returns the record, or why not: names are unique among environments of a domain in a cluster, namespaces in a cluster,
   * both without those that are gone; counts are held even when two are created at the same moment
   */
  create(
    environment: Omit<StoredEnvironment, 'version' | 'wish'>,
    change: Pick<EnvironmentChange, 'history' | 'steps'>,
    limits: CountLimits,
  ): Promise<StoredEnvironment | CreateRefusal>;
  find(id: string): Promise<StoredEnvironment | undefined>;
  /** Least life left first. The cursor survives changes in between. */
  list(query: ListQuery): Promise<StoredPage<StoredEnvironment>>;
  counts(whose: {
    readonly person: string;
    readonly group?: string;
    readonly domain: string;
  }): Promise<Counts>;
  /** Ids with versions of all that are not gone, and of those that went within the last minute; cheap. */
  heads(): Promise<ReadonlyMap<string, number>>;
  /**
   * @param wish - true when a person asks for other work; raises `wish`
   * @returns undefined when the guard does not hold any more; nothing is written then
   */
  write(
    id: string,
    guard: WriteGuard,
    change: EnvironmentChange,
    wish?: boolean,
  ): Promise<StoredEnvironment | undefined>;

  steps(id: string): Promise<readonly Step[]>;
  material(id: string): Promise<PlanMaterial | undefined>;
  /** Newest first. */
  history(
    id: string,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<StoredPage<HistoryEntry>>;
  /** Entries after one, oldest first; for streams. */
  historySince(
    id: string,
    entryId: string | undefined,
  ): Promise<readonly HistoryEntry[]>;
  /** Seconds that each of the last 20 runs of an operation in a cluster took, for what is usual. */
  durations(cluster: string, operation: Operation): Promise<readonly number[]>;
  /** Notes how long an operation took. */
  addDuration(
    cluster: string,
    operation: Operation,
    seconds: number,
  ): Promise<void>;

  /** Takes the environment that is due longest and that nobody holds. */
  claim(
    worker: string,
    leaseMs: number,
  ): Promise<ClaimedEnvironment | undefined>;
  /** Holds a lease for longer. */
  heartbeat(lease: Lease, leaseMs: number): Promise<LeaseState>;
  /** Gives a lease back. */
  release(lease: Lease): Promise<void>;

  /**
   * Answers the same request of the same person once within 24 h.
   *
   * @param key - of the person and the `Idempotency-Key`
   * @param request - what was asked, to find another request under the same key
   * @throws ConflictError for another request under the same key, or while the first is still being answered
   */
  once(
    key: string,
    request: string,
    answer: () => Promise<string>,
  ): Promise<string>;

  /** The key of hashes of secrets, the same for all processes over this database. */
  digestKey(): Promise<string>;

  /** Deletes what is gone for longer than this many milliseconds, with steps, history and material, and old keys. */
  prune(goneForMs: number): Promise<number>;
}
