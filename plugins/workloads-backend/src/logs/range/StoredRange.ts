import {
  LogLevelReader,
  LogOrigin,
  LogSelector,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  LogHistoryLine,
  LogHistoryQuery,
  LogHistoryScope,
  LogHistorySource,
} from '@domaindeck/backstage-plugin-workloads-node';
import { messageOf } from '../read/openLog';
import { LINE_LIMIT } from '../types';
import { isNamed, PodNames, quotePattern } from '../../entities/podPatterns';
import {
  FoundCounts,
  FoundLine,
  FoundLines,
  RangeQuery,
  RangeReader,
} from './RangeReader';

/** A workload whose lines the caller may read, with the names of its pods. */
export interface NamedPods {
  readonly workload: Workload;
  readonly names: readonly PodNames[];
}

/** A question of which some pods are left out. */
export interface StoredQuery extends RangeQuery {
  readonly except?: readonly Pick<LogSelector, 'namespace' | 'pod'>[];
}

/** Reads the stored lines of a cluster, within what the caller may see there. */
export class StoredRange implements RangeReader {
  readonly #cluster: string;
  readonly #source: LogHistorySource;
  readonly #workloads: readonly NamedPods[];
  readonly #lineLimit: number;

  /**
   * @param workloads - those of the cluster
   * @param lineLimit - characters of a line that are kept
   */
  static create(
    cluster: string,
    source: LogHistorySource,
    workloads: readonly NamedPods[],
    lineLimit = LINE_LIMIT,
  ): StoredRange {
    return new StoredRange(cluster, source, workloads, lineLimit);
  }

  private constructor(
    cluster: string,
    source: LogHistorySource,
    workloads: readonly NamedPods[],
    lineLimit: number,
  ) {
    this.#cluster = cluster;
    this.#source = source;
    this.#workloads = workloads;
    this.#lineLimit = lineLimit;
  }

  async search(
    query: StoredQuery & {
      readonly direction: 'backward' | 'forward';
      readonly limit: number;
    },
  ): Promise<FoundLines> {
    const base = { cluster: this.#cluster, stored: true, gaps: [] };
    const scopes = this.#scopes(query);
    if (scopes.length === 0 || query.from >= query.to) {
      return { ...base, lines: [], more: false, troubles: [] };
    }
    const { direction, limit } = query;
    try {
      const page = await this.#source.search({
        ...historyQuery(query, scopes),
        direction,
        limit,
      });
      const levels = new Map<string, LogLevelReader>();
      return {
        ...base,
        lines: page.lines
          .filter(line => isWithin(line, scopes))
          .map(line => this.#found(line, levels)),
        more: page.more,
        scanned: page.scanned,
        gaps: page.gaps ?? [],
        troubles: [],
      };
    } catch (error) {
      query.signal.throwIfAborted();
      return {
        ...base,
        lines: [],
        more: false,
        troubles: [{ cluster: this.#cluster, message: messageOf(error) }],
      };
    }
  }

  async count(
    query: StoredQuery & { readonly step: number },
  ): Promise<FoundCounts> {
    const base = { cluster: this.#cluster, stored: true };
    const scopes = this.#scopes(query);
    if (scopes.length === 0 || query.from >= query.to) {
      return { ...base, counts: [], troubles: [] };
    }
    try {
      const { counts, scanned } = await this.#source.count({
        ...historyQuery(query, scopes),
        step: query.step,
      });
      return { ...base, counts, scanned, troubles: [] };
    } catch (error) {
      query.signal.throwIfAborted();
      return {
        ...base,
        counts: [],
        troubles: [{ cluster: this.#cluster, message: messageOf(error) }],
      };
    }
  }

  /** What a store is asked for: never more than the names that the workloads of the page give their pods. */
  #scopes({ selectors, except = [] }: StoredQuery): LogHistoryScope[] {
    return this.#workloads.flatMap(({ workload, names: all }) => {
      const { namespace } = workload;
      const names = without(
        all,
        except.flatMap(pod =>
          pod.namespace === namespace ? pod.pod ?? [] : [],
        ),
      );
      const mains = mainContainers(workload);
      if (!selectors) {
        return mains.flatMap(container =>
          names.map(part => ({ namespace, ...part, container })),
        );
      }
      return selectors
        .filter(
          selector =>
            selector.cluster === this.#cluster &&
            selector.namespace === namespace &&
            (selector.workload ?? workload.name) === workload.name &&
            (selector.pod === undefined || isNamed(selector.pod, names)),
        )
        .flatMap(({ pod, container }) => {
          const named =
            pod === undefined ? names : [{ pods: [quotePattern(pod)] }];
          if (container === '*') {
            return named.map(part => ({ namespace, ...part }));
          }
          return (container === undefined ? mains : [container]).flatMap(one =>
            named.map(part => ({ namespace, ...part, container: one })),
          );
        });
    });
  }

  #found(line: LogHistoryLine, levels: Map<string, LogLevelReader>): FoundLine {
    const { at, namespace, pod, container, podUid, text } = line;
    const key = `${namespace}/${pod}/${container}`;
    const reader = levels.get(key) ?? LogLevelReader.create();
    levels.set(key, reader);
    const workload = this.#workloads.find(
      candidate =>
        candidate.workload.namespace === namespace &&
        isNamed(pod, candidate.names),
    )?.workload;
    const origin: LogOrigin = {
      cluster: this.#cluster,
      namespace,
      pod,
      podUid: podUid ?? workload?.pods.find(({ name }) => name === pod)?.uid,
      container,
      workload: workload?.id,
      componentRef: workload?.componentRef,
      stored: true,
    };
    const cut = text.length > this.#lineLimit;
    return {
      origin,
      at,
      text: cut ? text.slice(0, this.#lineLimit) : text,
      level: reader.read(text),
      ...(cut && { bytes: Buffer.byteLength(text) }),
    };
  }
}

function without(
  names: readonly PodNames[],
  pods: readonly string[],
): readonly PodNames[] {
  return pods.length === 0
    ? names
    : names.map(({ pods: named, exceptPods = [] }) => ({
        pods: named,
        exceptPods: [...exceptPods, ...pods.map(quotePattern)],
      }));
}

function historyQuery(
  query: RangeQuery,
  scopes: readonly LogHistoryScope[],
): LogHistoryQuery {
  const { filter, from, to, signal } = query;
  return {
    scopes,
    from,
    to,
    include: filter.include ?? [],
    exclude: filter.exclude ?? [],
    levels: filter.levels,
    signal,
  };
}

/** Names of main containers: of the pods that run, else the images of the template. */
function mainContainers(workload: Workload): string[] {
  const running = workload.pods.flatMap(({ containers }) =>
    containers.filter(({ role }) => role === 'main').map(({ name }) => name),
  );
  const known =
    running.length > 0
      ? running
      : workload.images.map(({ container }) => container);
  return [...new Set(known)];
}

/** A store must not answer with more than it was asked for; nobody reads it when it does. */
function isWithin(
  { namespace, pod, container }: LogHistoryLine,
  scopes: readonly LogHistoryScope[],
): boolean {
  return scopes.some(
    ({ pods = [], exceptPods, ...scope }) =>
      scope.namespace === namespace &&
      (scope.container ?? container) === container &&
      isNamed(pod, [{ pods, exceptPods }]),
  );
}
