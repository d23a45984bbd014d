import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

/**
 * What somebody is about to do. Never holds a secret value: it is kept for a long time and read by others.
 * @public
 */
export interface AuditEvent {
  readonly credentials: BackstageCredentials;
  /** Written `<plugin>.<verb>`, such as `workloads.restart`. */
  readonly verb: string;
  /** Full refs; empty for what concerns every domain. */
  readonly domains: readonly string[];
  /** The entity on whose page it is done. */
  readonly entityRef?: string;
  readonly environment?: {
    readonly cluster: string;
    readonly namespace?: string;
  };
  readonly object?: AuditedObject;
  readonly before?: JsonObject;
  readonly after?: JsonObject;
  /** The person's own words. */
  readonly why?: string;
  readonly requestId?: string;
}

/** The object that something is done to. @public */
export interface AuditedObject {
  readonly kind: string;
  readonly name: string;
  readonly uid?: string;
}

/** What is known only afterwards. @public */
export interface AuditDetails {
  readonly object?: AuditedObject;
  readonly before?: JsonObject;
  readonly after?: JsonObject;
}

/**
 * An action of which it is written that it has begun.
 * @public
 */
export interface OpenAudit {
  /** Writes that it was done. */
  done(details?: AuditDetails): Promise<void>;
  /** Writes that it did not succeed. */
  failed(error: Error, details?: AuditDetails): Promise<void>;
}

/**
 * Where backends write what is done through them. Prefer `runAudited` of this package, which cannot forget the end.
 * @public
 */
export interface AuditService {
  /**
   * Writes that something is about to be done.
   * @throws ServiceUnavailableError when it cannot be written; it must then not be done.
   */
  begin(event: AuditEvent): Promise<OpenAudit>;
  /** Writes that something was refused because a right was missing. */
  refused(event: AuditEvent, reason: string): Promise<void>;
}
