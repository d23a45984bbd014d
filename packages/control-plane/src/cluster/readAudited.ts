/**
 * A request for a resource by the portal's account, as the API server itself wrote it down.
 * @public
 */
export interface AuditedRequest {
  /** `get`, `list`, `watch`, `create`, …: the API server's word for what was asked. */
  readonly verb: string;
  /** Path and query. */
  readonly uri: string;
  /** HTTP status of the answer; none while a watch goes on. */
  readonly status?: number;
  /** Whom the account claimed to be, where the server let it. */
  readonly impersonated?: string;
  /** Addresses that it came from, those that a header told of among them. */
  readonly sources: readonly string[];
}

interface AuditEvent {
  readonly auditID: string;
  readonly verb: string;
  readonly requestURI: string;
  readonly objectRef?: object;
  readonly sourceIPs?: readonly string[];
  readonly impersonatedUser?: { readonly username: string };
  readonly responseStatus?: { readonly code?: number };
}

/**
 * Requests for resources in an audit log, in their order; `/readyz` and its like are none. A request that lasts has two
 * lines, one when its answer begins and one when it ends.
 */
export function readAudited(log: string): AuditedRequest[] {
  const found = new Map<string, AuditedRequest>();
  for (const line of log.split('\n').filter(Boolean)) {
    const event = JSON.parse(line) as AuditEvent;
    if (event.objectRef) {
      found.set(event.auditID, {
        verb: event.verb,
        uri: event.requestURI,
        status: event.responseStatus?.code,
        impersonated: event.impersonatedUser?.username,
        sources: event.sourceIPs ?? [],
      });
    }
  }
  return [...found.values()];
}
