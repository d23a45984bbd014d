import { components } from '../schema/openapi';

type Schemas = components['schemas'];

/** How grave a log line is. @public */
export type LogLevel = Schemas['LogLevel'];
/** Lines by level. @public */
export type LogLevelCounts = Schemas['LogLevelCounts'];
/** Chooses containers of an environment. @public */
export type LogSelector = Schemas['LogSelector'];
/** One text or regular expression of a filter. @public */
export type LogCondition = Schemas['LogCondition'];
/** Which lines are shown, and of which containers. @public */
export type LogFilter = Schemas['LogFilter'];
/** What a log stream is asked for. @public */
export type LogStreamRequest = Schemas['LogStreamRequest'];
/** What a search is asked for. @public */
export type LogSearchRequest = Schemas['LogSearchRequest'];
/** Whose neighbours are asked for. @public */
export type LogContextRequest = Schemas['LogContextRequest'];
/** What a histogram is asked for. @public */
export type LogHistogramRequest = Schemas['LogHistogramRequest'];
/** What a download is asked for. @public */
export type LogDownloadRequest = Schemas['LogDownloadRequest'];
/** One container as a source of lines. @public */
export type LogContainer = Schemas['LogContainer'];
/** One pod with its containers. @public */
export type LogPod = Schemas['LogPod'];
/** One workload whose pods write logs. @public */
export type LogWorkload = Schemas['LogWorkload'];
/** An environment, and whether the caller may read its logs. @public */
export type LogEnvironment = Schemas['LogEnvironment'];
/** Where the lines of a cluster are stored. @public */
export type LogHistory = Schemas['LogHistory'];
/** Everything that lines may come from. @public */
export type LogSources = Schemas['LogSources'];
/** The run of a container that wrote a line. @public */
export type LogOrigin = Schemas['LogOrigin'];
/** One line. @public */
export type LogEntry = Schemas['LogEntry'];
/** One line of a log stream. @public */
export type LogRecord = Schemas['LogRecord'];
/** Declares a source. @public */
export type LogSourceRecord = Schemas['LogSourceRecord'];
/** A log line in a stream. @public */
export type LogLineRecord = Schemas['LogLineRecord'];
/** Lines may be missing. @public */
export type LogGapRecord = Schemas['LogGapRecord'];
/** Lines were left out for a slow reader. @public */
export type LogDroppedRecord = Schemas['LogDroppedRecord'];
/** Something about a source, a cluster or the view has changed. @public */
export type LogStateRecord = Schemas['LogStateRecord'];
/** A sign of life with counts and the cursor. @public */
export type LogHeartbeatRecord = Schemas['LogHeartbeatRecord'];
/** The stream is over. @public */
export type LogEndRecord = Schemas['LogEndRecord'];
/** A page of lines. @public */
export type LogPage = Schemas['LogPage'];
/** Why a part is missing. @public */
export type LogTrouble = Schemas['LogTrouble'];
/** Since when lines are known. @public */
export type LogCoverage = Schemas['LogCoverage'];
/** The lines around one. @public */
export type LogContext = Schemas['LogContext'];
/** Counts of lines over time. @public */
export type LogHistogram = Schemas['LogHistogram'];
