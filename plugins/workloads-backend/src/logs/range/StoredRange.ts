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
import { podPattern, quotePattern } from '../../entities/podPatterns';
import {
  FoundCounts,
  FoundLine,
  FoundLines,
  RangeQuery,
  RangeReader,
} from './RangeReader';

/** Reads the stored lines of a cluster, within what the caller may see there. */
export class StoredRange implements RangeReader {
  readonly #cluster: string;
  readonly #source: LogHistorySource;
  readonly #workloads: readonly Workload[];

  /** @param workloads - those of the cluster whose lines the caller may read */
  static create(
    cluster: string,
    source: LogHistorySource,
    workloads: readonly Workload[],
  ): StoredRange {
    return new StoredRange(cluster, source, workloads);
  }

  private constructor(
    cluster: string,
    source: LogHistorySource,
    workloads: readonly Workload[],
  ) {
    this.#cluster = cluster;
    this.#source = source;
    this.#workloads = workloads;
  }

  async search(
    query: RangeQuery & {
      readonly direction: 'backward' | 'forward';
      readonly limit: number;
    },
  ): Promise<FoundLines> {
    const base = { cluster: this.#cluster, stored: true, gaps: [] };
    const scopes = this.#scopes(query.selectors);
    if (scopes.length === 0) {
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
        lines: page.lines.map(line => this.#found(line, levels)),
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
    query: RangeQuery & { readonly step: number },
  ): Promise<FoundCounts> {
    const base = { cluster: this.#cluster, stored: true };
    const scopes = this.#scopes(query.selectors);
    if (scopes.length === 0) {
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
  #scopes(selectors: readonly LogSelector[] | undefined): LogHistoryScope[] {
    return this.#workloads.flatMap(workload => {
      const pods = [podPattern(workload)];
      const { namespace } = workload;
      const mains = mainContainers(workload);
      if (!selectors) {
        return mains.map(container => ({ namespace, pods, container }));
      }
      return selectors
        .filter(
          selector =>
            selector.cluster === this.#cluster &&
            selector.namespace === namespace &&
            (selector.workload ?? workload.name) === workload.name &&
            (selector.pod === undefined || belongs(selector.pod, workload)),
        )
        .flatMap(({ pod, container }) => {
          const named = pod === undefined ? pods : [quotePattern(pod)];
          if (container === '*') {
            return [{ namespace, pods: named }];
          }
          return (container === undefined ? mains : [container]).map(one => ({
            namespace,
            pods: named,
            container: one,
          }));
        });
    });
  }

  #found(line: LogHistoryLine, levels: Map<string, LogLevelReader>): FoundLine {
    const { at, namespace, pod, container, podUid, text } = line;
    const key = `${namespace}/${pod}/${container}`;
    const reader = levels.get(key) ?? LogLevelReader.create();
    levels.set(key, reader);
    const workload = this.#workloads.find(
      candidate => candidate.namespace === namespace && belongs(pod, candidate),
    );
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
    const cut = text.length > LINE_LIMIT;
    return {
      origin,
      at,
      text: cut ? text.slice(0, LINE_LIMIT) : text,
      level: reader.read(text),
      ...(cut && { bytes: Buffer.byteLength(text) }),
    };
  }
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

/** Whether a pod of this name is or was the workload's. */
function belongs(pod: string, workload: Workload): boolean {
  return (
    workload.pods.some(({ name }) => name === pod) ||
    new RegExp(`^${podPattern(workload)}$`).test(pod)
  );
}
