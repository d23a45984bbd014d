import {
  Change,
  ChangePage,
  Cluster,
  ClusterCheck,
  ClusterRoom,
  ClusterStatus,
  Environment,
  EventPage,
  Health,
  LiveObject,
  OpenResult,
  StreamRecord,
  UnclaimedNamespace,
  WorkloadDetail,
  WorkloadIdentity,
  WorkloadSnapshot,
} from '../model';

/** Narrows a snapshot; fields are ANDed, values of one field ORed. @public */
export interface WorkloadsFilter {
  readonly cluster?: readonly string[];
  readonly namespace?: readonly string[];
  readonly kind?: readonly string[];
  readonly health?: readonly Health[];
  /** Contained in the name of the workload, of a pod of it, or in an image. */
  readonly q?: string;
}

/** Narrows a list of events. @public */
export interface EventsQuery {
  /** RFC 3339; events last seen at or after it. */
  readonly since?: string;
  readonly type?: 'Normal' | 'Warning';
  /** A workload's id. */
  readonly workload?: string;
  /** 1 to 500, 100 unless told. */
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
}

/** Narrows a list of changes. @public */
export interface ChangesQuery {
  /** RFC 3339; changes made at or after it. */
  readonly since?: string;
  readonly type?: Change['type'];
  /** A workload's id. */
  readonly workload?: string;
  /** 1 to 500, 100 unless told. */
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
}

/** Names one object of any kind in a namespace. @public */
export interface ObjectLocation {
  readonly cluster: string;
  readonly namespace: string;
  /** API group, `core` for the one without a name. */
  readonly group: string;
  readonly version: string;
  /** Plural, such as `deployments`. */
  readonly resource: string;
  readonly name: string;
}

/** Options that every call takes. @public */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

/**
 * The HTTP contract of the `workloads` backend plugin.
 *
 * @remarks
 * Entities are given by full reference (`domain:default/payments`). Every method throws a `ResponseError` from
 * `@backstage/errors` when the request as a whole fails: `NotFoundError` for what the caller may not view or does not
 * exist, `NotAllowedError` when only the verb is missing. One cluster's failure is data in `clusters`.
 *
 * @public
 */
export interface WorkloadsApi {
  getClusters(options?: CallOptions): Promise<{ items: Cluster[] }>;
  getClusterCheck(
    cluster: string,
    options?: CallOptions,
  ): Promise<ClusterCheck>;
  getClusterRoom(cluster: string, options?: CallOptions): Promise<ClusterRoom>;
  getUnclaimedNamespaces(
    options?: CallOptions,
  ): Promise<{ items: UnclaimedNamespace[] }>;
  getEnvironments(
    entityRef: string,
    options?: CallOptions,
  ): Promise<{ items: Environment[]; clusters: ClusterStatus[] }>;
  getWorkloads(
    entityRef: string,
    filter?: WorkloadsFilter,
    options?: CallOptions,
  ): Promise<WorkloadSnapshot>;
  /**
   * What changed after `revision`. Ends when the server ends it, when the signal aborts, or by throwing when the
   * connection breaks; the caller resumes from the last record's revision.
   */
  streamWorkloads(
    entityRef: string,
    request: { revision: string; poll?: boolean },
    options?: CallOptions,
  ): AsyncIterable<StreamRecord>;
  getEvents(
    entityRef: string,
    query?: EventsQuery,
    options?: CallOptions,
  ): Promise<EventPage>;
  /** Releases and scalings, newest first. */
  getChanges(
    entityRef: string,
    query?: ChangesQuery,
    options?: CallOptions,
  ): Promise<ChangePage>;
  getWorkload(
    identity: WorkloadIdentity,
    options?: CallOptions,
  ): Promise<WorkloadDetail>;
  getObject(
    location: ObjectLocation,
    options?: CallOptions,
  ): Promise<LiveObject>;
  open(
    place: { cluster: string; namespace: string; name?: string },
    options?: CallOptions,
  ): Promise<OpenResult>;
}
