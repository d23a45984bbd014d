import {
  MetricPanelId,
  MetricUnit,
} from '@domaindeck/backstage-plugin-workloads-common';

/**
 * Pods whose measures may be read. The server makes it of what the caller may see; a source must never answer with a
 * series from outside.
 * @public
 */
export interface MetricScope {
  readonly namespace: string;
  /** Expressions in RE2 syntax, each for the whole name of a pod: also pods that are gone are found. */
  readonly pods: readonly string[];
  /** Expressions in RE2 syntax, each for the whole name of a pod that is outside although `pods` says it. */
  readonly exceptPods?: readonly string[];
  /**
   * Workloads whose measures may be read where they are told of no single pod. Of several scopes of a namespace one alone
   * names them.
   */
  readonly workloads?: readonly MetricScopeWorkload[];
  /** Whether measures of the namespace as a whole may be read. Of several scopes of a namespace one alone says so. */
  readonly whole?: boolean;
}

/**
 * A workload as stores know it.
 * @public
 */
export interface MetricScopeWorkload {
  /** Such as `Deployment`. */
  readonly kind: string;
  readonly name: string;
}

/**
 * Which measures are asked for.
 * @public
 */
export interface MetricSourceQuery {
  readonly panel: MetricPanelId;
  /** Only these measures are wanted; all of the panel unless given. What is told beyond them is left out. */
  readonly measures?: readonly string[];
  /** A series has to be in one of them; never empty. */
  readonly scopes: readonly MetricScope[];
  /** Milliseconds since 1970, a multiple of the step. */
  readonly from: number;
  /** Milliseconds since 1970, a multiple of the step; included. */
  readonly to: number;
  /** Milliseconds. */
  readonly step: number;
  readonly signal: AbortSignal;
}

/**
 * One line of a panel.
 * @public
 */
export interface MetricSourceSeries {
  readonly namespace: string;
  readonly pod?: string;
  readonly container?: string;
  /** Name of the workload that it is of, where it is of no single pod. */
  readonly workload?: string;
  /** As `MetricSeries.subject` of the contract says. Without a pod or workload it is of the namespace as a whole. */
  readonly subject?: string;
  /** As `MetricSeries.measure` of the contract says. */
  readonly measure: string;
  /** Only where it is counted in something else than the panel. */
  readonly unit?: MetricUnit;
  /** Who counted it, for people, where several might. */
  readonly origin?: string;
  /** One for each step from `from` to `to`; null where nothing was measured, never NaN or infinite. */
  readonly values: readonly (number | null)[];
}

/**
 * What a source found.
 * @public
 */
export interface MetricSourceAnswer {
  readonly series: readonly MetricSourceSeries[];
  /** What the source says of what it could not see, word for word. */
  readonly partial: readonly string[];
  /** What was asked of a store that has a language of its own, for people who want to ask it there. */
  readonly queries?: readonly string[];
}

/**
 * A right that the portal's own account needs in a cluster, as RBAC writes it.
 * @public
 */
export interface MetricSourceRight {
  /** Of the objects; all namespaces unless told. */
  readonly namespace?: string;
  /** Empty for the group without a name. */
  readonly group: string;
  /** Plural, with the part below it after a slash, such as `services/proxy`. */
  readonly resource: string;
  readonly verbs: readonly string[];
  /** Only these objects; all unless told. */
  readonly names?: readonly string[];
}

/**
 * Where the measures of one cluster come from.
 *
 * @remarks
 * Every method throws an error of `@backstage/errors` whose message says in one sentence what is wrong with the source;
 * other clusters of the same answer are not touched by it.
 * @public
 */
export interface MetricSource {
  /** For people, such as the name of the server. */
  readonly name: string;
  /** ISO 8601 duration, where it is known. */
  readonly keptFor?: string;
  /** What the portal has to be allowed in the cluster to reach it; the Clusters page checks it. */
  readonly rights?: readonly MetricSourceRight[];
  /** Panels for which the source has data of these namespaces. */
  panels(
    namespaces: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly MetricPanelId[]>;
  /** What would have to be collected for a panel, in a few words for people; undefined for one that it cannot tell. */
  needs?(panel: MetricPanelId): string | undefined;
  query(query: MetricSourceQuery): Promise<MetricSourceAnswer>;
}

/**
 * The `metrics` part of a cluster's config. All but the type is for the module that knows the type.
 * @public
 */
export interface ClusterMetricsConfig {
  readonly type: string;
  readonly [key: string]: unknown;
}
