export interface Config {
  /** Backstage's own key; the keys of the clusters are declared by workloads-node. */
  permission?: {
    /** Whether the permission policy is asked. Without it everybody who signs in may read every environment. */
    enabled?: boolean;
  };
}
