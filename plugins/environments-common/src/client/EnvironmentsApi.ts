import {
  ClusterGuard,
  EnvironmentDrift,
  EnvironmentPage,
  EnvironmentRecord,
  EnvironmentState,
  HistoryPage,
  Options,
  Plan,
  PlanRequest,
  ResyncRequest,
  SecretValues,
  Specification,
  SpecificationPatch,
  Step,
  VersionKind,
  VersionPage,
  WatchRecord,
  WatchRequest,
} from '../model';

/** Options that every call takes. @public */
export interface EnvironmentsCallOptions {
  readonly signal?: AbortSignal;
}

/** Options of a call that writes. @public */
export interface EnvironmentsWriteOptions extends EnvironmentsCallOptions {
  /**
   * Keep it until there is an answer: sent again with the same request it gives the first answer instead of writing
   * twice.
   */
  readonly idempotencyKey?: string;
}

/** Narrows a list of environments; fields are ANDed, values of one field ORed. @public */
export interface EnvironmentsFilter {
  /** Full reference of a domain. */
  readonly domain?: string;
  /** Full reference of a person: those that the person made or works on. */
  readonly owner?: string;
  readonly state?: readonly EnvironmentState[];
  /** Contained in the name, a service or the creator. */
  readonly q?: string;
}

/** A page of a list. @public */
export interface EnvironmentsPageQuery {
  /** 1 to 500, 50 unless told. */
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
}

/** Which versions of a service are listed. @public */
export interface VersionsQuery extends EnvironmentsPageQuery {
  /** Full reference of a domain. */
  readonly domain: string;
  /** Name of a service of the baseline. */
  readonly service: string;
  /** The cluster of the baseline. */
  readonly cluster: string;
  /** `cluster/namespace`; needed only where the cluster has several. */
  readonly baseline?: string;
  /** Id of the environment that would be changed; absent for a new one. */
  readonly environment?: string;
  /** Branches where there are any, else tags, when absent. */
  readonly kind?: VersionKind;
  /** Contained in the version or the branch. */
  readonly q?: string;
}

/**
 * The HTTP contract of the `environments` backend plugin.
 *
 * @remarks
 * Every method throws a `ResponseError` from `@backstage/errors` when it fails: `NotFoundError` for what the caller may
 * not view or does not exist, `NotAllowedError` when only the verb is missing, `InputError` with `body.error.problems`
 * for a specification that is wrong and `body.error.warnings` for a plan that blocks, `ConflictError` for a change of
 * something that has changed since.
 *
 * @public
 */
export interface EnvironmentsApi {
  getOptions(
    query: {
      readonly domain: string;
      readonly cluster?: string;
      readonly baseline?: string;
    },
    options?: EnvironmentsCallOptions,
  ): Promise<Options>;
  /** Whether clusters with self-service guard their baselines themselves; for who may inspect clusters. */
  getGuards(
    options?: EnvironmentsCallOptions,
  ): Promise<{ items: ClusterGuard[] }>;
  /** What runs or ran first, then what the registry lists, the newest first as far as that is known. */
  getVersions(
    query: VersionsQuery,
    options?: EnvironmentsCallOptions,
  ): Promise<VersionPage>;
  /** Writes nothing. */
  plan(request: PlanRequest, options?: EnvironmentsCallOptions): Promise<Plan>;
  createEnvironment(
    specification: Specification,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord>;
  getEnvironments(
    query?: EnvironmentsFilter & EnvironmentsPageQuery,
    options?: EnvironmentsCallOptions,
  ): Promise<EnvironmentPage>;
  getEnvironment(
    id: string,
    options?: EnvironmentsCallOptions,
  ): Promise<EnvironmentRecord>;
  /** The steps of the work that is going on, or of the last. */
  getSteps(
    id: string,
    options?: EnvironmentsCallOptions,
  ): Promise<{ items: Step[] }>;
  getHistory(
    id: string,
    query?: EnvironmentsPageQuery,
    options?: EnvironmentsCallOptions,
  ): Promise<HistoryPage>;
  getDrift(
    id: string,
    options?: EnvironmentsCallOptions,
  ): Promise<EnvironmentDrift>;
  /**
   * The present state, `synced`, then what changes. Ends when the server ends it, when the signal aborts, or by throwing
   * when the connection breaks; the caller asks again.
   */
  watch(
    request: WatchRequest,
    options?: EnvironmentsCallOptions,
  ): AsyncIterable<WatchRecord>;
  updateEnvironment(
    id: string,
    patch: SpecificationPatch,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord>;
  /** Values go straight into the cluster; no record, log or audit entry holds them. */
  putSecret(
    id: string,
    name: string,
    values: SecretValues['values'],
    options?: EnvironmentsCallOptions,
  ): Promise<EnvironmentRecord>;
  /** @param expiresAt - RFC 3339; the undo is the same call with the former end */
  extend(
    id: string,
    expiresAt: string,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord>;
  pin(
    id: string,
    request: { readonly pinned: boolean; readonly why?: string },
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord>;
  sleep(
    id: string,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord>;
  wake(
    id: string,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord>;
  resync(
    id: string,
    request: ResyncRequest,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord>;
  retry(
    id: string,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord>;
  cancel(
    id: string,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord>;
  /** @param confirm - the name of the environment, as typed */
  deleteEnvironment(
    id: string,
    confirm: string,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord>;
}
