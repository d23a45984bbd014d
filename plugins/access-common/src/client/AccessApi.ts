import {
  AuditOutcome,
  AuditPage,
  EndedRights,
  Explanation,
  GrantChange,
  GrantInput,
  GrantPatch,
  GrantRecord,
  Preview,
  RightsMatrix,
  RightsMemberPage,
  Role,
} from '../model';

/** Options that every call takes. @public */
export interface AccessCallOptions {
  readonly signal?: AbortSignal;
}

/** Options of a call that writes. @public */
export interface AccessWriteOptions extends AccessCallOptions {
  /**
   * Keep it until there is an answer: sent again with the same request it gives the first answer instead of writing
   * twice.
   */
  readonly idempotencyKey?: string;
}

/** Narrows the record; fields are ANDed, values of one field ORed. @public */
export interface AuditFilter {
  /** Full reference of a domain, system or component. */
  readonly entity?: string;
  /** Persons, or departments to which they belonged at that time. */
  readonly who?: readonly string[];
  /** Such as `access.grant-manage`. */
  readonly verb?: readonly string[];
  /** Clusters or `cluster/namespace`. */
  readonly environment?: readonly string[];
  /** RFC 3339; at or after it. */
  readonly from?: string;
  /** RFC 3339; before it. */
  readonly to?: string;
  readonly outcome?: readonly AuditOutcome[];
  /** Contained in names, reasons and request ids. */
  readonly q?: string;
}

/** A page of a list. @public */
export interface AccessPageQuery {
  /** 1 to 500, 50 unless told. */
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
}

/**
 * The HTTP contract of the `access` backend plugin.
 *
 * @remarks
 * Entities are given by full reference (`domain:default/payments`). Every method throws a `ResponseError` from
 * `@backstage/errors` when it fails: `NotFoundError` for what the caller may not view or does not exist,
 * `NotAllowedError` when only the verb is missing, `InputError` naming the field that is wrong, `ConflictError` for a
 * change of something that has changed since.
 *
 * @public
 */
export interface AccessApi {
  getRoles(options?: AccessCallOptions): Promise<{ items: Role[] }>;
  /** The rights matrix of the entity's domain. */
  getRights(
    entityRef: string,
    options?: AccessCallOptions,
  ): Promise<RightsMatrix>;
  /** The people of a department of the matrix. */
  getRightsMembers(
    entityRef: string,
    query: AccessPageQuery & { readonly group: string; readonly q?: string },
    options?: AccessCallOptions,
  ): Promise<RightsMemberPage>;
  /** What the caller held in the entity's domain until lately and holds no more; empty for who held nothing. */
  getEndedRights(
    entityRef: string,
    options?: AccessCallOptions,
  ): Promise<EndedRights>;
  /** @param query - the caller when no subject is given */
  explain(
    query: { readonly entity: string; readonly subject?: string },
    options?: AccessCallOptions,
  ): Promise<Explanation>;
  /** Without an entity every grant, for persons who may change grants in all domains. */
  getGrants(
    query?: { readonly entity?: string; readonly ended?: boolean },
    options?: AccessCallOptions,
  ): Promise<{ items: GrantRecord[] }>;
  createGrant(
    grant: GrantInput,
    options?: AccessWriteOptions,
  ): Promise<GrantRecord>;
  updateGrant(
    id: string,
    patch: GrantPatch,
    options?: AccessWriteOptions,
  ): Promise<GrantRecord>;
  /** @param why - for the record */
  deleteGrant(
    id: string,
    why?: string,
    options?: AccessWriteOptions,
  ): Promise<void>;
  /** Writes nothing. */
  preview(
    request: { readonly entity: string; readonly change: GrantChange },
    options?: AccessCallOptions,
  ): Promise<Preview>;
  getAudit(
    query?: AuditFilter & AccessPageQuery,
    options?: AccessCallOptions,
  ): Promise<AuditPage>;
  /** All entries of a filter as one file. */
  exportAudit(
    request: AuditFilter & { readonly format: 'csv' | 'json' },
    options?: AccessCallOptions,
  ): Promise<Blob>;
}
