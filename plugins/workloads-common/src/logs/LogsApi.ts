import { CallOptions } from '../client';
import {
  LogContext,
  LogContextRequest,
  LogDownloadRequest,
  LogHistogram,
  LogHistogramRequest,
  LogPage,
  LogRecord,
  LogSearchRequest,
  LogSources,
  LogStreamRequest,
} from './types';

/**
 * The part of the HTTP contract of the `workloads` backend plugin that reads logs.
 *
 * @remarks
 * Entities are given by full reference. Every method throws a `ResponseError` from `@backstage/errors` when the request
 * as a whole fails: `NotFoundError` for what the caller may not view or does not exist, `NotAllowedError` when only the
 * verb is missing, `InputError` for a wrong filter; its body names the field, and the position in a regular expression.
 *
 * @public
 */
export interface LogsApi {
  getLogSources(entityRef: string, options?: CallOptions): Promise<LogSources>;
  /**
   * Ends with an `end` record, when the signal aborts, or by throwing when the connection breaks. Go on with the cursor
   * of the last heartbeat, and leave out what came already with {@link LogResume}.
   */
  streamLogs(
    entityRef: string,
    request: LogStreamRequest,
    options?: CallOptions,
  ): AsyncIterable<LogRecord>;
  searchLogs(
    entityRef: string,
    request: LogSearchRequest,
    options?: CallOptions,
  ): Promise<LogPage>;
  getLogContext(
    entityRef: string,
    request: LogContextRequest,
    options?: CallOptions,
  ): Promise<LogContext>;
  getLogHistogram(
    entityRef: string,
    request: LogHistogramRequest,
    options?: CallOptions,
  ): Promise<LogHistogram>;
  /** The text as it comes, so that a download of any size needs no memory. */
  downloadLogs(
    entityRef: string,
    request: LogDownloadRequest,
    options?: CallOptions,
  ): Promise<ReadableStream<Uint8Array>>;
}
