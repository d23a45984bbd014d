import {
  Autoscaler,
  ClusterState,
  Condition,
  Owner,
  Release,
  Workload,
  WorkloadEvent,
} from '@domaindeck/backstage-plugin-workloads-common';
import { NodeRoom } from './nodeRooms';
import { AutoscalerRow, EventRow, PodRow, WorkloadRow } from './rows';

/** Everything the cache knows of one namespace, as the projection takes it. */
export interface NamespaceRows {
  readonly cluster: string;
  readonly clusterState: ClusterState;
  readonly namespace: string;
  readonly pods: readonly PodRow[];
  readonly deployments: readonly WorkloadRow[];
  readonly replicasets: readonly WorkloadRow[];
  readonly statefulsets: readonly WorkloadRow[];
  readonly daemonsets: readonly WorkloadRow[];
  readonly jobs: readonly WorkloadRow[];
  readonly cronjobs: readonly WorkloadRow[];
  readonly horizontalpodautoscalers: readonly AutoscalerRow[];
  readonly events: readonly EventRow[];
  /** What is left on the nodes of the cluster; asked for only where a pod finds none. */
  readonly roomOfNodes?: () => readonly NodeRoom[];
}

/** What the panel shows of a workload beyond its row in the table. */
export interface WorkloadDetails {
  readonly conditions: readonly Condition[];
  readonly releases: readonly Release[];
  readonly owners: readonly Owner[];
  readonly autoscaler?: Autoscaler;
}

/**
 * The pure core between the cache and every answer.
 *
 * - `projectNamespace(rows, now)` gives the workloads of a namespace in a stable order (kind, name). A workload is a
 *   Deployment, StatefulSet, DaemonSet or CronJob, a Job or ReplicaSet without a controller among these, and pods
 *   without a controller as kind Pod. `componentRef` and `systemRef` are left out; `entities/` adds them. While the
 *   cluster is not live or stale, health is `unknown` and the rest is the last known.
 * - `projectDetails(rows, workload)` gives the rest of one workload.
 * - `projectEvents(rows)` gives all events of the namespace, each with the id of its workload, in one pass;
 *   `eventsOfWorkload(rows, workload)` those of one workload and of all it owns. Newest first.
 */
export interface Projection {
  projectNamespace(rows: NamespaceRows, now: Date): Workload[];
  projectDetails(
    rows: NamespaceRows,
    workload: Pick<Workload, 'uid'>,
  ): WorkloadDetails;
  projectEvents(rows: NamespaceRows): WorkloadEvent[];
  eventsOfWorkload(
    rows: NamespaceRows,
    workload: Pick<Workload, 'id'>,
  ): WorkloadEvent[];
  eventsOfWorkload(rows: NamespaceRows, workload: Workload): WorkloadEvent[];
}
