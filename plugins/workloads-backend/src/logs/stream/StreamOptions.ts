import {
  ClusterStatus,
  LogStreamRequest,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  Clock,
  ClusterConnection,
} from '@domaindeck/backstage-plugin-workloads-node';
import { TimeShare } from '../../cache/TimeShare';
import { Slots } from './FairSlots';

/** What a stream sees of the rest of the plugin. */
export interface StreamScene {
  /** The workloads whose logs the caller may read here, as they are now. */
  readonly workloads: () => readonly Workload[];
  /** The state of the clusters of the page. */
  readonly clusters: () => readonly ClusterStatus[];
  /** Their clock minus ours in milliseconds; undefined when it is not known. */
  readonly skewOf: (cluster: string) => number | undefined;
  readonly connectionOf: (cluster: string) => ClusterConnection | undefined;
  /** Calls back when workloads or clusters may have changed; returns the way to stop. */
  readonly listen: (listener: () => void) => () => void;
}

/** What a stream of log records needs. */
export interface LogStreamOptions {
  readonly scene: StreamScene;
  readonly entityRef: string;
  readonly request: LogStreamRequest;
  readonly clock: Clock;
  /** At least 0, below 1. */
  readonly random: () => number;
  /** What the reader has of those of the process. */
  readonly slots: Slots;
  /** Shares the event loop while many lines are searched; they are searched in one go without it. */
  readonly timeShare?: TimeShare;
  /** Characters of a line that are kept. */
  readonly lineLimit?: number;
  /**
   * The time from which the logs of a cluster are read, UTC with nine digits, where it is another than the request's.
   */
  readonly sinceOf?: (cluster: string) => string | undefined;
  /** Whether of a cluster the run before the last restart is read first; only where nothing is followed. */
  readonly alsoPrevious?: (cluster: string) => boolean;
  /** Called with the time of lines that were read, whatever the filter says of them. */
  readonly onRead?: (at: string) => void;
  /** The reader has gone. */
  readonly signal: AbortSignal;
  /** The process ends. */
  readonly shutdown: AbortSignal;
}
