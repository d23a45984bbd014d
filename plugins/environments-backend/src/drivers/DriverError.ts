import { Failure } from '../lifecycle';

/** An API server refused something of an environment, or did not answer. The message is the server's own. */
export class DriverError extends Error implements Failure {
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  /** Reason of the Status, such as `AlreadyExists`. */
  readonly reason: string | undefined;

  constructor(options: {
    readonly message: string;
    readonly status?: number;
    readonly retryAfterMs?: number;
    readonly reason?: string;
    readonly cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.name = 'DriverError';
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
    this.reason = options.reason;
  }
}
