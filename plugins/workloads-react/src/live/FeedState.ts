import {
  ClusterStatus,
  ComponentRow,
  Environment,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';

/**
 * What is known of an entity's workloads. Arrays and rows keep their identity while nothing in them changes, so that
 * memoised rows do not render again.
 * @public
 */
export interface WorkloadsData {
  /** From which a stream goes on; opaque. */
  readonly revision: string;
  readonly workloads: readonly Workload[];
  readonly clusters: readonly ClusterStatus[];
  readonly components: readonly ComponentRow[];
  readonly environments: readonly Environment[];
}

/**
 * How fresh the data is.
 *
 * - `connecting`: asks for the first time, or right after a break.
 * - `live`: a stream is open. `polling`: the network holds long answers back, so short ones are asked for.
 * - `paused`: the page is hidden.
 * - `retrying`: the portal's backend does not answer; the next attempt is at `retryAt` (milliseconds since the epoch).
 *
 * @public
 */
export type FeedConnection =
  | { readonly kind: 'connecting' | 'live' | 'polling' | 'paused' }
  | { readonly kind: 'retrying'; readonly retryAt: number };

/**
 * The state of a {@link WorkloadsFeed}. `failed` means that nothing may be shown: nothing ever came, or the right to see
 * it was taken away. A break after data came leaves `ready` with the last data.
 * @public
 */
export type FeedState =
  | { readonly phase: 'loading'; readonly connection: FeedConnection }
  | {
      readonly phase: 'ready';
      readonly connection: FeedConnection;
      readonly data: WorkloadsData;
      /** Why the last attempt failed, while it is retried. */
      readonly error?: Error;
    }
  | {
      readonly phase: 'failed';
      readonly connection: FeedConnection;
      readonly error: Error;
      /** When what was open was closed because the right to see it had ended, in milliseconds since the epoch. */
      readonly revokedAt?: number;
    };
