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
} from '@domaindeck/backstage-plugin-workloads-common';
import { EntityRequest } from '../workloads';

/** A question about logs with its body. */
export interface LogsRequest<TBody> extends EntityRequest {
  readonly body: TBody;
  /** The caller has gone. */
  readonly signal: AbortSignal;
}

/**
 * The logs of entities. Every method throws NotFoundError for what does not exist or may not be viewed, and InputError
 * for a filter that is wrong.
 */
export interface LogsService {
  getSources(request: EntityRequest): Promise<LogSources>;
  /** Records in batches. The first batch comes at once; errors come before it. */
  stream(
    request: LogsRequest<LogStreamRequest>,
  ): AsyncIterable<readonly LogRecord[]>;
  search(request: LogsRequest<LogSearchRequest>): Promise<LogPage>;
  getContext(request: LogsRequest<LogContextRequest>): Promise<LogContext>;
  getHistogram(
    request: LogsRequest<LogHistogramRequest>,
  ): Promise<LogHistogram>;
  /** Text in pieces. */
  download(request: LogsRequest<LogDownloadRequest>): AsyncIterable<string>;
}
