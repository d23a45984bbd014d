import { autoscalerRow } from './autoscalerRow';
import { eventRow } from './eventRow';
import { namespaceRow } from './namespaceRow';
import { nodeRow } from './nodeRow';
import { podRow } from './podRow';
import { RowTypes, WatchedResource } from './rows';
import { workloadRow } from './workloadRow';

/**
 * Makes the row of an object as it comes from the cluster, for each watched resource.
 *
 * Each takes any JSON value and throws an InputError only when the object has no uid or no name.
 */
export const projectors: {
  readonly [K in WatchedResource]: (raw: unknown) => RowTypes[K];
} = {
  namespaces: namespaceRow,
  pods: podRow,
  deployments: raw => workloadRow('Deployment', raw),
  replicasets: raw => workloadRow('ReplicaSet', raw),
  statefulsets: raw => workloadRow('StatefulSet', raw),
  daemonsets: raw => workloadRow('DaemonSet', raw),
  jobs: raw => workloadRow('Job', raw),
  cronjobs: raw => workloadRow('CronJob', raw),
  horizontalpodautoscalers: autoscalerRow,
  nodes: nodeRow,
  events: eventRow,
};
