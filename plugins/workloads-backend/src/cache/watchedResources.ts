import { WatchedResource } from '../projection/rows';

/** Where a watched resource lives in the API. */
export interface ResourceAddress {
  /** Empty for the group without a name. */
  readonly group: string;
  readonly version: string;
  /** Path of the list over all namespaces. */
  readonly path: string;
  /** Whether there are clusters without the kind: it is younger than they are, or comes with what was installed. */
  readonly mayBeAbsent: boolean;
}

/** The groups that every API server has had since before the oldest one that is supported. */
const EVERYWHERE = new Set(['', 'apps', 'batch']);

function address(
  group: string,
  version: string,
  resource: WatchedResource,
): ResourceAddress {
  const root = group ? `/apis/${group}` : '/api';
  return {
    group,
    version,
    path: `${root}/${version}/${resource}`,
    mayBeAbsent: !EVERYWHERE.has(group),
  };
}

/**
 * The watched resources. Namespaces come first since bindings hang on them, events last since they are many and matter
 * least.
 */
export const watchedResources: Readonly<
  Record<WatchedResource, ResourceAddress>
> = {
  namespaces: address('', 'v1', 'namespaces'),
  pods: address('', 'v1', 'pods'),
  deployments: address('apps', 'v1', 'deployments'),
  replicasets: address('apps', 'v1', 'replicasets'),
  statefulsets: address('apps', 'v1', 'statefulsets'),
  daemonsets: address('apps', 'v1', 'daemonsets'),
  jobs: address('batch', 'v1', 'jobs'),
  cronjobs: address('batch', 'v1', 'cronjobs'),
  horizontalpodautoscalers: address(
    'autoscaling',
    'v2',
    'horizontalpodautoscalers',
  ),
  nodes: address('', 'v1', 'nodes'),
  events: address('', 'v1', 'events'),
};

/** Their names, in the order in which they are first read. */
export const watchedResourceNames = Object.keys(
  watchedResources,
) as readonly WatchedResource[];
