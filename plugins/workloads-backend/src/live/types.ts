import {
  ClusterStatus,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';

/** One difference between two projections. */
export type LiveChange =
  | { readonly type: 'upsert'; readonly item: Workload }
  | {
      readonly type: 'delete';
      readonly cluster: string;
      readonly namespace: string;
      readonly id: string;
    }
  | { readonly type: 'cluster'; readonly status: ClusterStatus }
  /** What happened in the namespace cannot be told as single changes; whoever shows it must start anew. */
  | {
      readonly type: 'gap';
      readonly cluster: string;
      readonly namespace: string;
    };

/** A change with its place in the order of all changes of this process. */
export interface SequencedChange {
  readonly sequence: number;
  readonly change: LiveChange;
}
