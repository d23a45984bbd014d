import {
  Clock,
  ClusterConnection,
} from '@domaindeck/backstage-plugin-workloads-node';
import { ContainerNow, LogPlace, LogSink, LogTarget } from '../types';
import { ReadPace } from './ReadPace';

/** Where a reader begins and whether it goes on. */
export interface ReadPlan {
  readonly follow: boolean;
  /** The run before the last restart; never follows. */
  readonly previous: boolean;
  /** UTC with nine digits, by the clock of the node; lines at or after it. */
  readonly since?: string;
  /** Lines before it. */
  readonly until?: string;
  /** At most so many of the latest lines. */
  readonly tail?: number;
  /** Characters of a line that are kept; {@link LINE_LIMIT} unless told. */
  readonly lineLimit?: number;
  /** Where an earlier reader of this container came to; lines of the second before come again. */
  readonly resume?: LogPlace;
}

/** What a reader needs. */
export interface ReaderOptions {
  readonly target: LogTarget;
  readonly plan: ReadPlan;
  readonly connection: ClusterConnection;
  readonly clock: Clock;
  /** At least 0, below 1. */
  readonly random: () => number;
  /** The container as it is known now; undefined when its pod is gone. */
  readonly now: () => ContainerNow | undefined;
  /** Calls back when what is known may have changed; returns the way to stop. */
  readonly onChange: (listener: () => void) => () => void;
  readonly sink: LogSink;
  /** Of all readers whose lines are merged. */
  readonly pace: ReadPace;
  readonly signal: AbortSignal;
}
