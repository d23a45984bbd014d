import { readOpenApiSpec } from '../../../http/readOpenApiSpec';

/** One call of the HTTP contract. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
}

/** What a request asks about. */
export interface Target {
  /** Of the domain. */
  readonly entity: string;
  readonly cluster: string;
  readonly namespace: string;
  readonly workload: string;
}

const RANGE = { from: '2026-10-31T00:00:00Z', to: '2026-11-01T00:00:00Z' };

/**
 * What a call needs beside what stands in its path, and the verb that it takes; `none` where everybody may ask and the
 * answer is what they may see.
 */
const CALLS: Readonly<
  Record<
    string,
    {
      verb: string;
      query?: (target: Target) => Record<string, string>;
      body?: (target: Target) => object;
    }
  >
> = {
  GetClusters: { verb: 'none' },
  GetClusterCheck: { verb: 'cluster-inspect' },
  GetClusterRoom: { verb: 'cluster-inspect' },
  GetUnclaimedNamespaces: { verb: 'cluster-inspect' },
  GetEntityEnvironments: { verb: 'view' },
  GetEntityWorkloads: {
    verb: 'view',
    query: ({ cluster, namespace }) => ({ cluster, namespace }),
  },
  StreamEntityWorkloads: { verb: 'view', body: () => ({ revision: '0' }) },
  GetEntityEvents: { verb: 'events' },
  GetEntityChanges: { verb: 'view' },
  GetWorkload: { verb: 'view' },
  GetObject: { verb: 'view' },
  OpenObject: {
    verb: 'view',
    query: ({ cluster, namespace }) => ({ cluster, namespace }),
  },
  // Tells who may not read why, so that the page can.
  GetLogSources: { verb: 'view' },
  GetMetricPanels: { verb: 'metrics' },
  QueryMetrics: {
    verb: 'metrics',
    body: ({ cluster, namespace }) => ({
      panel: 'cpu',
      environments: [`${cluster}/${namespace}`],
      ...RANGE,
    }),
  },
  QueryMetricMarks: {
    verb: 'metrics',
    body: ({ cluster, namespace }) => ({
      environments: [`${cluster}/${namespace}`],
      ...RANGE,
    }),
  },
  GetMetricUsage: { verb: 'metrics' },
  StreamLogs: {
    verb: 'logs',
    body: ({ cluster, namespace }) => ({
      sources: [{ cluster, namespace }],
      follow: false,
    }),
  },
  SearchLogs: {
    verb: 'log-search',
    body: ({ cluster, namespace }) => ({
      sources: [{ cluster, namespace }],
      ...RANGE,
    }),
  },
  GetLogContext: {
    verb: 'log-search',
    body: ({ cluster, namespace }) => ({
      source: { cluster, namespace, pod: 'pricing-1', container: 'pricing' },
      at: '2026-10-31T12:00:00.000000000Z',
    }),
  },
  GetLogHistogram: {
    verb: 'log-search',
    body: ({ cluster, namespace }) => ({
      sources: [{ cluster, namespace }],
      ...RANGE,
    }),
  },
  DownloadLogs: {
    verb: 'log-download',
    body: ({ cluster, namespace }) => ({
      sources: [{ cluster, namespace }],
      ...RANGE,
    }),
  },
};

/** Every call of the contract. One that the matrix does not know yet fails it, so that none is born unguarded. */
export async function readOperations(): Promise<readonly Operation[]> {
  const { paths } = (await readOpenApiSpec()) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId: id }]) => {
      if (!Object.hasOwn(CALLS, id)) {
        throw new Error(
          `${id} is not in the matrix of the negative suite: say in contract.ts what it needs and which verb it takes`,
        );
      }
      return { id, method: method.toUpperCase(), path };
    }),
  );
}

/** The verb of a call, without its plugin; `none` where everybody may ask. */
export function verbOf(operation: Operation): string {
  return CALLS[operation.id].verb;
}

/** Whether a call names a namespace, and so a single environment. */
export function namesEnvironment({ id, path }: Operation): boolean {
  return path.includes('{ns}') || id === 'OpenObject';
}

/** The call about a target, ready to be sent. */
export function requestFor(
  operation: Operation,
  target: Target,
): { method: string; path: string; body?: string } {
  const values: Record<string, string> = {
    kind: 'domain',
    namespace: 'default',
    name: target.entity,
    cluster: target.cluster,
    ns: target.namespace,
    workloadKind: 'Deployment',
    workloadName: target.workload,
    group: 'apps',
    version: 'v1',
    resource: 'deployments',
    objectName: target.workload,
  };
  const { query, body } = CALLS[operation.id];
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => {
    if (!Object.hasOwn(values, name)) {
      throw new Error(`${operation.path} has the unknown parameter ${name}`);
    }
    return values[name];
  });
  const search = query ? `?${new URLSearchParams(query(target))}` : '';
  return {
    method: operation.method,
    path: `${path}${search}`,
    ...(body ? { body: JSON.stringify(body(target)) } : {}),
  };
}
