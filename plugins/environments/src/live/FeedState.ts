import {
  EnvironmentRecord,
  HistoryEntry,
  Step,
} from '@domaindeck/backstage-plugin-environments-common';
import { FeedConnection } from '@domaindeck/backstage-plugin-workloads-react';

/**
 * What is known of the environments that are watched. Arrays and records keep their identity while nothing in them
 * changes. Steps and history are known only where one environment is watched; history begins with the first stream.
 */
export interface EnvironmentsData {
  readonly items: readonly EnvironmentRecord[];
  readonly steps: readonly Step[];
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
}

/**
 * The state of an {@link EnvironmentsFeed}. `failed` means that nothing may be shown: nothing ever came, or the right to
 * see it was taken away. A break after data came leaves `ready` with the last data.
 */
export type EnvironmentsState =
  | { readonly phase: 'loading'; readonly connection: FeedConnection }
  | {
      readonly phase: 'ready';
      readonly connection: FeedConnection;
      readonly data: EnvironmentsData;
      /** Why the last attempt failed, while it is retried. */
      readonly error?: Error;
    }
  | {
      readonly phase: 'failed';
      readonly connection: FeedConnection;
      readonly error: Error;
    };
