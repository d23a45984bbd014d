import { WatchedResource } from '../projection/rows';

/** Where a watched resource lives in the API. */
export interface ResourceAddress {
  /** Empty for the group without a name. */
  readonly group: string;
  readonly version: string;
  /** Path of the list over all namespaces. */
  readonly path: string;
}

function address(
  group: string,
  version: string,
  resource: WatchedResource,
): ResourceAddress {
  const root = group ? `/apis/${group}` : '/api';
  return { group, version, path: `${root}/${version}/${resource}` };
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
