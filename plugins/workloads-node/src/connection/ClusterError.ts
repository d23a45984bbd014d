import { ServiceUnavailableError } from '@backstage/errors';
import { Cause } from '@domaindeck/backstage-plugin-workloads-common';

/**
 * Why an API server could not be asked.
 *
 * - `credential`: the portal has none for this cluster, or could not get it
 * - `address`: the URL is wrong or its name is unknown
 * - `refused`, `timeout`, `reset`: nobody listens, nobody answers, the connection broke
 * - `tls`: the certificate is not trusted, expired, or the port speaks no TLS
 * - `closed`: the connection was closed by us
 *
 * @public
 */
export type ClusterErrorCause =
  | 'credential'
  | 'address'
  | 'refused'
  | 'timeout'
  | 'reset'
  | 'tls'
  | 'closed'
  | 'other';

/**
 * An API server could not be asked. The message names the cluster, the cause in words and what to do.
 *
 * A 503 towards our own callers: it is not their credentials that are wrong. It keeps its parent's name, by which
 * Backstage's error handler chooses the status.
 * @public
 */
export class ClusterError extends ServiceUnavailableError {
  readonly cluster: string;

  readonly problem: ClusterErrorCause;

  /** Cause and remedy without the cluster's name, for places that name it already. */
  readonly reason: string;

  /** What {@link ClusterError.reason} says, for texts in other languages. Not an `Error.cause`. */
  readonly why: Cause | undefined;

  /** What the network threw. */
  readonly origin: unknown;

  constructor(
    cluster: string,
    problem: ClusterErrorCause,
    reason: string,
    origin?: unknown,
    why?: Cause,
  ) {
    // Not given on as the cause: that would stand in the message, which is meant for people.
    super(`Cluster ${cluster}: ${reason}`);
    this.cluster = cluster;
    this.problem = problem;
    this.reason = reason;
    this.why = why;
    this.origin = origin;
  }
}
