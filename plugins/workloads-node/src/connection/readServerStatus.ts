/**
 * What the API server says of a failure, as an HTTP body or inside a watch.
 * @public
 */
export interface ServerStatus {
  readonly code: number;
  readonly reason?: string;
  readonly message?: string;
  readonly causes: readonly string[];
  readonly retryAfterMs?: number;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * Reads a Status object; anything else gives the code alone.
 * @public
 */
export function readServerStatus(raw: unknown, code: number): ServerStatus {
  const status = isRecord(raw) ? raw : {};
  const details = isRecord(status.details) ? status.details : {};
  const causes = Array.isArray(details.causes) ? details.causes : [];
  const seconds = details.retryAfterSeconds;
  return {
    code: typeof status.code === 'number' ? status.code : code,
    reason: textOf(status.reason),
    message: textOf(status.message),
    causes: causes.flatMap(cause =>
      isRecord(cause) ? textOf(cause.reason) ?? [] : [],
    ),
    retryAfterMs: typeof seconds === 'number' ? seconds * 1000 : undefined,
  };
}
