import { JsonObject } from '@backstage/types';
import {
  AuditEnd,
  AuditEntry,
  AuditOutcome,
  Grant,
} from '@domaindeck/backstage-plugin-access-common';

/** A grant of the database. */
export interface StoredGrant extends Grant {
  readonly why: string;
  /** Full ref of who gave or last changed it. */
  readonly by: string;
  /** When, RFC 3339. */
  readonly at: string;
  /** 1 when it is new, one more with each change. */
  readonly revision: number;
}

/** An entry of the record, with what only the store needs. */
export interface StoredEntry extends AuditEntry {
  /** Further clusters that the entry names; who may not know of one of them does not see it. */
  readonly clusters: readonly string[];
}

/** Domains, and the clusters whose record of them somebody may read. */
export interface AuditScope {
  readonly domainRefs: readonly string[];
  readonly clusters: readonly string[];
}

/** Narrows the record; fields are ANDed, values of one field ORed. */
export interface EntryFilter {
  /** What the caller may read; an entry must lie in one of them. */
  readonly scopes: readonly AuditScope[];
  readonly who?: readonly string[];
  readonly verb?: readonly string[];
  /** Clusters or `cluster/namespace`. */
  readonly environment?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly outcome?: readonly AuditOutcome[];
  readonly q?: string;
}

/** The place of an entry in the order of the record. */
export interface EntryPlace {
  readonly at: string;
  readonly id: string;
}

/** How many entries a filter has. */
export interface EntryCounts {
  readonly total: number;
  readonly failed: number;
  readonly refused: number;
}

/** A request that carried an Idempotency-Key. */
export interface RepeatableRequest {
  readonly caller: string;
  readonly key: string;
  /** What was asked for; compared, never run. */
  readonly request: JsonObject;
}

/** What may be done while grants are changed. All of it happens, or nothing. */
export interface GrantWriter {
  listGrants(): Promise<StoredGrant[]>;
  insertGrant(grant: StoredGrant): Promise<void>;
  updateGrant(grant: StoredGrant): Promise<void>;
  deleteGrant(id: string): Promise<void>;
  insertEntry(entry: StoredEntry): Promise<void>;
}

/** The rows that the plugin owns. */
export interface AccessStore {
  listGrants(): Promise<StoredGrant[]>;
  /**
   * Runs one change of grants at a time over all replicas.
   *
   * @param repeat - gives the first answer again when the same request was answered within a day
   * @throws ConflictError when the key was used for another request
   */
  write<T>(
    work: (writer: GrantWriter) => Promise<T>,
    repeat?: RepeatableRequest,
  ): Promise<T>;
  /**
   * The answer that was given to a request within a day, without doing anything.
   * @throws ConflictError when the key was used for another request
   */
  findAnswer<T>(repeat: RepeatableRequest): Promise<T | undefined>;
  insertEntry(entry: StoredEntry): Promise<void>;
  /**
   * @throws NotFoundError when there is no such entry
   * @throws ConflictError when it has ended already
   */
  endEntry(id: string, end: AuditEnd): Promise<void>;
  /** Newest first. */
  listEntries(
    filter: EntryFilter,
    page: { readonly limit: number; readonly after?: EntryPlace },
  ): Promise<AuditEntry[]>;
  countEntries(filter: EntryFilter): Promise<EntryCounts>;
  /** Deletes the entries from before a time, and tells how many. */
  prune(before: Date): Promise<number>;
}
