import {
  LogEntry,
  LogOrigin,
} from '@domaindeck/backstage-plugin-workloads-common';

/**
 * A line that an {@link InMemoryLogsApi} holds.
 * @public
 */
export interface InMemoryLine extends Pick<LogEntry, 'at' | 'text' | 'level'> {
  readonly origin: LogOrigin;
  /** Whether the run before the last restart wrote it. */
  readonly previous?: boolean;
}
