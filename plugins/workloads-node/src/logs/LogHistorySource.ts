import {
  LogCondition,
  LogLevel,
} from '@domaindeck/backstage-plugin-workloads-common';

/**
 * Containers whose stored lines may be read. The server makes it of what the caller may see; a source must never answer
 * with a line from outside.
 * @public
 */
export interface LogHistoryScope {
  readonly namespace: string;
  /**
   * Expressions in RE2 syntax, each for the whole name of a pod: also pods that are gone are found. All pods of the
   * namespace without it.
   */
  readonly pods?: readonly string[];
  /** Expressions in RE2 syntax, each for the whole name of a pod that is outside although `pods` says it. */
  readonly exceptPods?: readonly string[];
  /** All containers without it. */
  readonly container?: string;
}

/**
 * Which stored lines are asked for.
 * @public
 */
export interface LogHistoryQuery {
  /** A line has to be in one of them; never empty. */
  readonly scopes: readonly LogHistoryScope[];
  /** UTC with nine digits. */
  readonly from: string;
  /** UTC with nine digits; not included. */
  readonly to: string;
  /** All have to match; regular expressions are valid RE2. */
  readonly include: readonly LogCondition[];
  /** None may match. */
  readonly exclude: readonly LogCondition[];
  /** As `detectLogLevel` of workloads-common tells them; every level without it. */
  readonly levels?: readonly LogLevel[];
  readonly signal: AbortSignal;
}

/**
 * One stored line.
 * @public
 */
export interface LogHistoryLine {
  /** UTC with nine digits. */
  readonly at: string;
  readonly text: string;
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  readonly podUid?: string;
}

/**
 * What a search found.
 * @public
 */
export interface LogHistoryPage {
  /** Oldest first, whatever the direction. */
  readonly lines: readonly LogHistoryLine[];
  /** Whether the range holds more in the direction that was asked for. */
  readonly more: boolean;
  /** Lines that were read for it, where the store tells. */
  readonly scanned?: number;
  /** Times between which lines are missing that the store would not give. */
  readonly gaps?: readonly { readonly from: string; readonly to: string }[];
}

/**
 * How many lines a step of time holds.
 * @public
 */
export interface LogHistoryCount {
  /** Milliseconds since 1970 at which the step begins: a whole multiple of the step after `from`. */
  readonly at: number;
  readonly level: LogLevel;
  readonly count: number;
}

/**
 * Where the lines of one cluster are stored.
 *
 * @remarks
 * Every method throws an error of `@backstage/errors` whose message says in one sentence what is wrong with the store;
 * other clusters of the same answer are not touched by it.
 * @public
 */
export interface LogHistorySource {
  /** For people, such as the name of the server. */
  readonly name: string;
  /** What is known of the store; asked for whenever somebody opens the logs of the cluster, so answer from memory or quickly. */
  status(signal: AbortSignal): Promise<{
    /** ISO 8601 duration. */
    readonly keptFor?: string;
    /** RFC 3339. */
    readonly newestAt?: string;
  }>;
  /**
   * The lines next to one end of the range.
   * @param query.direction - `backward` for those before `to`, `forward` for those from `from` on
   * @param query.limit - at most so many; a store that gives fewer at a time has to be asked again
   */
  search(
    query: LogHistoryQuery & {
      readonly direction: 'backward' | 'forward';
      readonly limit: number;
    },
  ): Promise<LogHistoryPage>;
  /**
   * Counts lines; steps without lines may be left out.
   * @param query.step - milliseconds
   */
  count(query: LogHistoryQuery & { readonly step: number }): Promise<{
    readonly counts: readonly LogHistoryCount[];
    readonly scanned?: number;
  }>;
}

/**
 * The `logs` part of a cluster's config. All but the type is for the module that knows the type.
 * @public
 */
export interface ClusterLogsConfig {
  readonly type: string;
  readonly [key: string]: unknown;
}

/**
 * Makes the source of a cluster.
 *
 * @throws InputError when its part of the config is wrong; the start then fails with the name of the key
 * @public
 */
export type LogHistoryFactory = (options: {
  /** The cluster's name. */
  readonly cluster: string;
  readonly config: ClusterLogsConfig;
}) => LogHistorySource;
